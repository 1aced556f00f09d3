import { editDistance } from '../nearest-name.js';
import { foldEnding, foldName } from './fold-name.js';
import { KOSOVO } from './kosovo.js';

/** Spellings of one place, a list a place; a country is one more of these tables. */
export const GAZETTEERS: readonly (readonly (readonly string[])[])[] = [KOSOVO];

/** A place a name can stand for. */
export interface KnownPlace {
  readonly name: string;
  readonly code?: string | undefined;
}

/** The place a text stands for and by which rule, or the nearest ones, which are only proposed. */
export type NameMatch =
  | { readonly name: string; readonly by: 'name' | 'code' | 'folded name' | 'known spelling' | 'ending' }
  | { readonly proposals: readonly string[] };

const MOST_PROPOSALS = 3;

/**
 * Prepares the matching of texts with places: exact name, exact code, then without case, diacritics and script, then
 * by the gazetteers' spellings, then by the Albanian definite and indefinite ending. Each rule must point at one place
 * only; near matches are proposed, at most three, and never taken.
 */
export function nameMatcher(places: readonly KnownPlace[]): (text: string) => NameMatch {
  const names = new Map(places.map(({ name }) => [name.normalize('NFC'), name]));
  const codes = unique(places.map(({ name, code }) => [code === undefined ? [] : [code], name]));
  const folded = unique(places.map(({ name }) => [foldName(name), name]));
  const spellings = spellingsOf([...names.values()]);
  const spelled = unique(spellings.map(([spelling, name]) => [foldName(spelling), name]));
  const endings = unique(
    spellings.map(([spelling, name]) => {
      const ending = foldEnding(spelling);
      return [ending === undefined ? [] : [ending], name];
    }),
  );
  return (text) => {
    const composed = text.trim().normalize('NFC');
    const name = names.get(composed);
    if (name !== undefined) return { name, by: 'name' };
    const byCode = codes.get(composed);
    if (byCode !== undefined) return { name: byCode, by: 'code' };
    const byFolding = among(folded, foldName(composed));
    if (byFolding !== undefined) return { name: byFolding, by: 'folded name' };
    const bySpelling = among(spelled, foldName(composed));
    if (bySpelling !== undefined) return { name: bySpelling, by: 'known spelling' };
    const ending = foldEnding(composed);
    const byEnding = ending === undefined ? undefined : endings.get(ending);
    if (byEnding !== undefined) return { name: byEnding, by: 'ending' };
    return { proposals: propose(composed, spellings) };
  };
}

/** The one name that some of the keys point at; undefined where there is none, or several. */
function among(index: ReadonlyMap<string, string | undefined>, keys: readonly string[]): string | undefined {
  const found = new Set(keys.map((key) => index.get(key)).filter((name) => name !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Each key with the one name it points at; undefined where it points at several. */
function unique(
  entries: readonly (readonly [readonly string[], string])[],
): ReadonlyMap<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const [keys, name] of entries) {
    for (const key of keys) index.set(key, index.has(key) && index.get(key) !== name ? undefined : name);
  }
  return index;
}

/** The spellings a gazetteer has of the place with that name, in the order of the gazetteer; none where it is in none. */
export function spellingsOfName(name: string): readonly string[] {
  const keys = foldName(name);
  const entry = GAZETTEERS.flat().find((spellings) =>
    spellings.flatMap(foldName).some((key) => keys.includes(key)),
  );
  return entry ?? [];
}

/** Every spelling of every place: its own name, and those of the gazetteer entry that has its name. */
function spellingsOf(names: readonly string[]): (readonly [spelling: string, name: string])[] {
  const entries = GAZETTEERS.flat().map((spellings) => ({
    spellings,
    keys: new Set(spellings.flatMap(foldName)),
  }));
  return names.flatMap((name) => {
    const entry = entries.find(({ keys }) => foldName(name).some((key) => keys.has(key)));
    return [name, ...(entry?.spellings ?? [])].map((spelling) => [spelling, name] as const);
  });
}

function propose(text: string, spellings: readonly (readonly [string, string])[]): string[] {
  const [folded = ''] = foldName(text);
  const furthest = Math.max(1, Math.floor(folded.length / 3));
  const nearest = new Map<string, number>();
  for (const [spelling, name] of spellings) {
    const edits = Math.min(...foldName(spelling).map((key) => editDistance(folded, key)));
    if (edits <= furthest && edits < (nearest.get(name) ?? Infinity)) nearest.set(name, edits);
  }
  return [...nearest]
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_PROPOSALS)
    .map(([name]) => name);
}
