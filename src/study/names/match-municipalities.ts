import { Dictionary } from '../../columns/dictionary.js';
import { valueOf, type TypedTable } from '../../columns/typed-table.js';
import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import type { PlaceRow } from '../../model/tables/places.js';
import { nameMatcher } from './match-name.js';

/**
 * The spots with their municipality as places.csv writes it, where code, folding or a known spelling leaves no doubt;
 * each spelling that was matched is said once. A name that is only near is left as it is, for the check to say.
 */
export function matchMunicipalities<Row>(
  spots: TypedTable<Row>,
  places: readonly PlaceRow[],
  file: string,
): { readonly spots: TypedTable<Row>; readonly issues: readonly Issue[] } {
  const column = spots.coded('municipality');
  const known = new Set(places.map(({ municipality }) => municipality));
  if (column === undefined || places.length === 0) return { spots, issues: [] };
  const met = [...new Set(column.codes)].filter((code) => code >= 0);
  const names = new Map(met.map((code) => [code, String(valueOf(column, code))]));
  if ([...names.values()].every((name) => known.has(name))) return { spots, issues: [] };
  const match = nameMatcher(places.map(({ municipality, code }) => ({ name: municipality, code })));
  const texts = new Dictionary();
  const issues: Issue[] = [];
  const newCodes = new Map<number, number>();
  for (const [code, name] of names) {
    const found = match(name);
    const isMatched = 'name' in found && found.name !== name;
    newCodes.set(code, texts.codeOfText(isMatched ? found.name : name));
    if (!isMatched) continue;
    const line = spots.line(column.codes.indexOf(code));
    const message = `The municipality is written otherwise than in places.csv and was matched by ${found.by}.`;
    issues.push(
      raise('municipality-matched', { file, line, column: 'municipality' }, { message, value: name }),
    );
  }
  const codes = Int32Array.from(column.codes, (code) => newCodes.get(code) ?? -1);
  return {
    spots: spots.with(new Map([['municipality', { kind: 'codes', codes, texts, values: undefined }]])),
    issues,
  };
}
