import { AGE_HEADER } from '../../formats/age.js';
import type { Audience, DisclosureRules } from '../../model/disclosure.js';
import { raise } from '../../model/issue-catalogue.js';
import { sortIssues, type Issue } from '../../model/issue.js';
import { AUDIENCES, loweredRules } from '../audiences.js';
import { MANIFEST_FILE, readManifest, type Manifest } from '../manifest.js';
import { RELEASE_COLUMNS, RELEASE_TABLES } from '../release-tables.js';
import { checkCells } from './check-cells.js';
import { checkSpotFiles } from './check-spot-files.js';
import { checkName, checkTable, checkTraces } from './check-text.js';
import { compareReleases } from './compare-releases.js';
import { releasedRows, type ReleasedRow } from './released-rows.js';

/** The files of an output folder, as anybody who has it can read them. */
export type OutputFiles = ReadonlyMap<string, Uint8Array>;

/** What the check is told besides the output itself. */
export interface CheckContext {
  /** Names of the user and the computer, to be found nowhere. */
  readonly names: readonly (string | undefined)[];
  readonly today: string;
  readonly sha256: (bytes: Uint8Array) => string;
  /** True while the files are still to be encrypted, so that exact places are in order. */
  readonly isInsideLock?: boolean;
  /** An earlier output of the same study. */
  readonly previous?: OutputFiles | undefined;
}

/** Everything wrong with an output, from the output alone (and an earlier one, if given). */
export function checkRelease(files: OutputFiles, context: CheckContext): Issue[] {
  const manifest = manifestOf(files);
  if (manifest === undefined) {
    const message = 'There is no run.json that spotwise share wrote.';
    return [raise('release-manifest', { file: MANIFEST_FILE }, { message })];
  }
  const issues = [
    ...checkFiles(files, manifest, context),
    ...checkManifest(manifest, context),
    ...[...files.keys()].flatMap(checkName),
    ...checkTraces(MANIFEST_FILE, textOf(files.get(MANIFEST_FILE)), context.names),
    ...(manifest.encrypted ? checkEncrypted(files) : checkPlain(files, manifest, context)),
  ];
  return sortIssues(issues);
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function manifestOf(files: OutputFiles): Manifest | undefined {
  const bytes = files.get(MANIFEST_FILE);
  return bytes === undefined ? undefined : readManifest(textOf(bytes));
}

function checkFiles(files: OutputFiles, manifest: Manifest, { sha256 }: CheckContext): Issue[] {
  const listed = new Map(manifest.outputs.map((output) => [output.name, output.sha256]));
  const faults: [string, string][] = [];
  for (const [name, bytes] of files) {
    if (name === MANIFEST_FILE) continue;
    const expected = listed.get(name);
    if (expected === undefined) faults.push([name, 'The file is not listed in the manifest.']);
    else if (expected !== sha256(bytes)) faults.push([name, 'The file was changed after it was made.']);
  }
  for (const name of listed.keys()) {
    if (!files.has(name)) faults.push([name, 'The file is listed in the manifest and is not there.']);
  }
  return faults.map(([file, message]) => raise('release-file', { file }, { message }));
}

function checkManifest(manifest: Manifest, { today }: CheckContext): Issue[] {
  const issues: Issue[] = [];
  const at = { file: MANIFEST_FILE };
  if (manifest.expires === undefined) {
    issues.push(raise('release-undated', at, { message: 'The output does not say until when it holds.' }));
  } else if (manifest.expires < today) {
    issues.push(raise('release-expired', at, { message: `The output held until ${manifest.expires}.` }));
  }
  const standard = AUDIENCES[manifest.audience].rules;
  if (standard === undefined) return issues;
  if (manifest.policy === undefined) {
    return [...issues, raise('release-manifest', at, { message: 'The manifest states no rules.' })];
  }
  for (const rule of loweredRules(manifest.policy, standard)) {
    const isSaid = manifest.lowered?.includes(rule) === true;
    const message = `The rule "${rule}" protects less than the standard${isSaid ? '' : ', and the manifest does not say so'}.`;
    issues.push(raise(isSaid ? 'release-lowered' : 'release-manifest', at, { message }));
  }
  return issues;
}

function checkEncrypted(files: OutputFiles): Issue[] {
  return [...files]
    .filter(
      ([name, bytes]) => name !== MANIFEST_FILE && !textOf(bytes.subarray(0, 64)).startsWith(AGE_HEADER),
    )
    .map(([file]) => raise('release-file', { file }, { message: 'The file is not encrypted.' }));
}

function checkPlain(files: OutputFiles, manifest: Manifest, context: CheckContext): Issue[] {
  const { audience, policy } = manifest;
  if (audience === 'team') {
    if (context.isInsideLock === true) return [];
    const message = 'Exact places stand here unencrypted.';
    return [raise('release-file', { file: MANIFEST_FILE }, { message })];
  }
  const traces = [...files].flatMap(([name, bytes]) =>
    name === MANIFEST_FILE ? [] : checkTraces(name, textOf(bytes), []),
  );
  if (policy === undefined) return [...traces, ...checkSpotFiles(files)];
  return [...traces, ...checkAggregated(files, audience, { rules: policy, context })];
}

function checkAggregated(
  files: OutputFiles,
  audience: Audience,
  under: { readonly rules: DisclosureRules; readonly context: CheckContext },
): Issue[] {
  const issues: Issue[] = [];
  for (const [file, bytes] of files) {
    if (file === MANIFEST_FILE) continue;
    const table = RELEASE_TABLES.find((name) => `${name}.csv` === file);
    if (table === undefined || !AUDIENCES[audience].tables.includes(table)) {
      issues.push(raise('release-file', { file }, { message: `A ${audience} output has no such file.` }));
      continue;
    }
    const columns = new Set(RELEASE_COLUMNS[table].map((column) => column.name));
    issues.push(...checkTable(file, bytes, columns));
  }
  const rows = rowsOf(files);
  issues.push(...checkCells(rows, under.rules));
  const { previous } = under.context;
  if (previous !== undefined) issues.push(...compareReleases(rows, rowsOf(previous), under.rules));
  return issues;
}

const rowsOf = (files: OutputFiles): ReleasedRow[] =>
  RELEASE_TABLES.flatMap((table) => {
    const bytes = files.get(`${table}.csv`);
    return bytes === undefined ? [] : (releasedRows(table, bytes) ?? []);
  });
