import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { foldName } from '../../../src/study/names/fold-name.js';
import { KOSOVO } from '../../../src/study/names/kosovo.js';
import { nameMatcher } from '../../../src/study/names/match-name.js';

const PLACES = KOSOVO.map(([name = ''], at) => ({ name, code: `XK${String(at + 1).padStart(2, '0')}` }));
const match = nameMatcher(PLACES);
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'dj')
    .replaceAll('Đ', 'Dj');

describe('the 38 municipalities of Kosovo', () => {
  it('are 38, and no spelling belongs to two', () => {
    expect(PLACES).toHaveLength(38);
    const owners = new Map<string, Set<number>>();
    KOSOVO.forEach((spellings, at) => {
      for (const key of spellings.flatMap(foldName)) owners.set(key, (owners.get(key) ?? new Set()).add(at));
    });
    expect([...owners].filter(([, places]) => places.size > 1)).toEqual([]);
  });

  it.each(KOSOVO.map((spellings) => [spellings[0] ?? '', spellings] as const))(
    '%s is found in every spelling, in capitals and without diacritics',
    (name, spellings) => {
      const written = spellings.flatMap((spelling) => [
        spelling,
        spelling.toUpperCase(),
        spelling.toLowerCase(),
        plain(spelling),
        spelling.normalize('NFD'),
        `Municipality of ${spelling}`,
        ` ${spelling.replaceAll(' ', '_')} `,
      ]);
      expect(
        written.map((text) => [text, match(text)]).filter(([, found]) => !('name' in Object(found))),
      ).toEqual([]);
      expect(
        new Set(written.map((text) => ('name' in match(text) ? (match(text) as { name: string }).name : ''))),
      ).toEqual(new Set([name]));
    },
  );

  it('are found whichever spelling the study uses itself', () => {
    for (const column of [1, 2, 3]) {
      const study = nameMatcher(
        KOSOVO.map((spellings) => ({ name: spellings[column] ?? spellings[0] ?? '' })),
      );
      for (const spellings of KOSOVO) {
        const own = spellings[column] ?? spellings[0];
        for (const spelling of spellings) expect(study(spelling)).toMatchObject({ name: own });
      }
    }
  });

  it('proposes Fushë Kosova for "Kosova Polje" and takes nothing', () => {
    expect(match('Kosova Polje')).toEqual({ proposals: ['Fushë Kosova'] });
  });

  it('takes a code, and proposes nothing for what is like no name', () => {
    expect(match('XK19')).toEqual({ name: 'Prishtina', by: 'code' });
    expect(match('Ulaanbaatar')).toEqual({ proposals: [] });
    expect(match('')).toEqual({ proposals: [] });
  });
});

describe('matching names', () => {
  it('makes the Albanian ending one where it points at one place only', () => {
    expect(nameMatcher([{ name: 'Vllahia' }])('Vllahië')).toEqual({ name: 'Vllahia', by: 'ending' });
    expect(nameMatcher([{ name: 'Zona' }, { name: 'Zonë' }])('zone')).toEqual({
      name: 'Zonë',
      by: 'folded name',
    });
  });

  it('never takes one of two places that fold to the same', () => {
    const either = nameMatcher([{ name: 'Sharr' }, { name: 'Šarr' }]);
    expect(either('SHARR')).toEqual({ name: 'Sharr', by: 'folded name' });
    expect(nameMatcher([{ name: 'Reka' }, { name: 'Rekä' }])('REKÁ')).toHaveProperty('proposals');
  });

  it('keeps Burmese names apart by their own letters', () => {
    const burmese = nameMatcher([{ name: 'ရန်ကုန်' }, { name: 'မန္တလေး' }]);
    expect(burmese('ရန်ကုန်')).toEqual({ name: 'ရန်ကုန်', by: 'name' });
    expect(burmese('ပဲခူး')).toEqual({ proposals: [] });
  });

  it('takes only names of the list, and an exact one always', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }),
        fc.string(),
        (names, text) => {
          const places = names.map((name) => ({ name }));
          const found = nameMatcher(places)(text);
          if ('name' in found) expect(names).toContain(found.name);
          else for (const name of found.proposals) expect(names).toContain(name);
          const [first] = names;
          const trimmed = first?.trim().normalize('NFC');
          if (first !== undefined && first === trimmed) {
            expect(nameMatcher(places)(first)).toEqual({ name: first, by: 'name' });
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
