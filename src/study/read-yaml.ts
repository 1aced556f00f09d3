import { Ajv } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { decodeText } from '../formats/decode.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { describeErrors, type PlaceOf } from './settings-errors.js';

/** What a YAML file states, or what is wrong with it. */
export type YamlReading =
  { readonly stated: unknown; readonly placeOf: PlaceOf } | { readonly issues: readonly Issue[] };

/** Reads a YAML file: syntax, then every setting against the schema; each fault with its line. */
export function readYaml(
  bytes: Uint8Array,
  file: string,
  schema: Readonly<Record<string, unknown>>,
): YamlReading {
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { issues: [decoded.issue] };
  const lines = new LineCounter();
  const document = parseDocument(decoded.text, { lineCounter: lines, uniqueKeys: true });
  const broken = [
    ...[...document.errors, ...document.warnings].map(syntaxFault),
    ...unresolvedAliases(document),
  ].map(({ offset, message }) =>
    raise('yaml-syntax', { file, line: lines.linePos(offset).line }, { message }),
  );
  if (broken.length > 0) return { issues: broken };
  const stated = valuesOf(document);
  if (stated === undefined) {
    const message = 'Anchors are repeated inside anchors, so that a small file would become a huge one.';
    return { issues: [raise('yaml-syntax', { file, line: 1 }, { message })] };
  }
  const placeOf: PlaceOf = (path) => ({ file, line: lineOf(document, lines, path), column: path.join('.') });
  const validate = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(schema);
  if (!validate(stated)) return { issues: describeErrors(validate.errors ?? [], placeOf) };
  return { stated, placeOf };
}

/** What the document states; undefined where its aliases multiply beyond the hundred the parser allows. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

const syntaxFault = (error: { readonly pos: readonly [number, number]; readonly message: string }) => ({
  offset: error.pos[0],
  message: firstLine(error.message),
});

/** References to an anchor that is not set before them: the parser takes them, reading their value would throw. */
function unresolvedAliases(document: Document): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      faults.push({ offset: alias.range?.[0] ?? 0, message: `"*${alias.source}" refers to nothing.` });
    },
  });
  return faults;
}

/** Line of the setting at that path, or of the nearest thing above it. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      if (pair === undefined) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else {
      node = document.getIn(path.slice(0, path.indexOf(part) + 1), true);
      offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}

const firstLine = (message: string) =>
  `${(message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '').replace(/\.$/, '')}.`;
