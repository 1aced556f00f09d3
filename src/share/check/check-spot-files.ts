import {
  CONCENTRATION_COLUMNS,
  LEVEL_1_FACTOR_COLUMNS,
  VALIDATE_NEXT_COLUMNS,
  MUNICIPALITY_COLUMNS,
  NATIONAL_COLUMNS,
  SPOT_COLUMNS,
  TRACE_COLUMNS,
  TYPOLOGY_COLUMNS,
  WEEK_COLUMNS,
} from '../../estimate/tables.js';
import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { MANIFEST_FILE } from '../manifest.js';
import { POINT_COLUMNS } from '../masked-points.js';
import { COARSE_DECIMALS } from '../position.js';
import { checkTable } from './check-text.js';

const names = (columns: readonly { readonly name: string }[]) => new Set(columns.map(({ name }) => name));

/** The tables of a programme output and the columns each may have; names, notes and other columns of the input are not among them. */
const TABLES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['national.csv', names(NATIONAL_COLUMNS)],
  ['regions.csv', names(MUNICIPALITY_COLUMNS)],
  ['municipalities.csv', names(MUNICIPALITY_COLUMNS)],
  ['typologies.csv', names(TYPOLOGY_COLUMNS)],
  ['spots.csv', names(SPOT_COLUMNS)],
  ['week.csv', names(WEEK_COLUMNS)],
  ['concentration.csv', names(CONCENTRATION_COLUMNS)],
  ['trace.csv', names(TRACE_COLUMNS)],
  ['level1_factors.csv', names(LEVEL_1_FACTOR_COLUMNS)],
  ['validate_next.csv', names(VALIDATE_NEXT_COLUMNS)],
  ['points.csv', names(POINT_COLUMNS)],
  ['key.csv', new Set(['letter', 'population'])],
]);

/** What is wrong with the files of a programme output: files and columns that do not belong, points too exact. */
export function checkSpotFiles(files: ReadonlyMap<string, Uint8Array>): Issue[] {
  const issues: Issue[] = [];
  for (const [file, bytes] of files) {
    if (file === MANIFEST_FILE || file === 'municipalities.geojson') continue;
    const columns = TABLES.get(file);
    if (columns !== undefined) issues.push(...checkTable(file, bytes, columns));
    else if (file === 'spots.geojson' || file === 'points.geojson') issues.push(...checkPoints(file, bytes));
    else issues.push(raise('release-file', { file }, { message: 'A programme output has no such file.' }));
  }
  const points = new TextDecoder().decode(files.get('points.csv'));
  if (hasFineDecimals(points)) issues.push(tooFine('points.csv'));
  return issues;
}

function checkPoints(file: string, bytes: Uint8Array): Issue[] {
  const text = new TextDecoder().decode(bytes);
  const coordinates = [...text.matchAll(/"coordinates": (\[[^\]]*\])/g)].map((match) => match[1] ?? '');
  const issues = coordinates.some(hasFineDecimals) ? [tooFine(file)] : [];
  const allowed = new Set([...names(SPOT_COLUMNS), ...names(POINT_COLUMNS)]);
  const properties = [...text.matchAll(/"properties": \{([^}]*)\}/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)":/g)].map((key) => key[1] ?? ''),
  );
  if (properties.some((key) => !allowed.has(key))) {
    const message = 'A feature has a property that does not belong in it.';
    issues.push(raise('release-column', { file }, { message }));
  }
  return issues;
}

const FINE = new RegExp(String.raw`\d\.\d{${COARSE_DECIMALS + 1}}`);
const hasFineDecimals = (text: string) => FINE.test(text);

const tooFine = (file: string) =>
  raise('release-decimals', { file }, { message: `A coordinate has more than ${COARSE_DECIMALS} decimals.` });
