import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/formats/write-xlsx.js';
import { importFiles } from '../../../src/import/import-files.js';
import {
  choiceName,
  fieldForms,
  type FormStudy,
  type FormSystem,
} from '../../../src/study/forms/field-forms.js';
import { FORM_LANGUAGES, toCyrillic, type FormLanguage } from '../../../src/study/forms/languages.js';
import { DAYS } from '../../../src/model/week.js';
import { spotwise } from '../../support/spotwise.js';
import { koboExport, odkExport, sheetRows, structureFaults, type Submission } from './xlsform.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const STUDY: FormStudy = {
  title: 'Mapping 2025',
  municipalities: ['Deçan', 'Fushë Kosova', 'Prishtina'],
  typologies: ['bar', 'on the street', 'Wohnung'],
  populations: [
    { code: 'FSW', label: 'Female sex workers' },
    { code: 'MSM', label: 'Men who have sex with men' },
  ],
  languages: ['en', 'sq', 'sr-Latn', 'sr-Cyrl', 'my'],
  reviewed: ['en'],
};

const form = (id: string, system: FormSystem = 'kobo', study = STUDY) => {
  const found = fieldForms(study, system, hash).find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found.workbook;
};

const version = (system: FormSystem, study: FormStudy) =>
  sheetRows(form('level-1', system, study), 'settings')[0]?.['version'];

const aboutIn = (reviewed: readonly FormLanguage[]) =>
  sheetRows(form('level-2', 'kobo', { ...STUDY, reviewed }), 'survey').find(({ name }) => name === 'about');

/** A spot where an informant says nobody comes: a count like any other. */
const NOBODY = {
  population: 'FSW' as const,
  typology: 'bar',
  usual: { min: '0', max: '0' },
  peak: undefined,
  peak_days: '',
};

describe.each(['kobo', 'odk'] as const)('forms for %s', (system) => {
  it.each(['level-1', 'level-2', 'attendance'])('%s has the structure the converter asks for', (id) => {
    expect(structureFaults(form(id, system))).toEqual([]);
  });

  it.each(Object.keys(FORM_LANGUAGES) as FormLanguage[])(
    'in %s alone too, and without municipalities',
    (language) => {
      for (const { workbook } of fieldForms(
        { ...STUDY, languages: [language], municipalities: [] },
        system,
        hash,
      )) {
        expect(structureFaults(workbook)).toEqual([]);
      }
    },
  );

  it('have the same bytes every time, and another version when they ask something else', () => {
    const bytes = () =>
      fieldForms(STUDY, system, hash).map(({ workbook }) =>
        hash(Buffer.from(writeXlsx(workbook)).toString('hex')),
      );
    expect(bytes()).toEqual(bytes());
    expect(version(system, STUDY)).toMatch(/^[0-9a-f]{10}$/);
    expect(version(system, { ...STUDY, typologies: ['bar'] })).not.toBe(version(system, STUDY));
  });
});

describe('the questions', () => {
  it('ask for no name, address, phone or other free text', () => {
    for (const { workbook } of fieldForms(STUDY, 'kobo', hash)) {
      const free = sheetRows(workbook, 'survey').filter(({ type }) => type === 'text');
      expect(free.map(({ name }) => name)).toEqual(['spot_id']);
      expect(free[0]?.['constraint']).toContain('regex');
    }
  });

  it('say in each language that nobody has reviewed it, until somebody signs', () => {
    expect(aboutIn(['en'])?.['label::Shqip (sq)']).toContain('nuk është rishikuar');
    expect(aboutIn(['en', 'sq'])?.['label::Shqip (sq)']).not.toContain('rishikuar');
  });

  it('name municipalities in the language of the column where a gazetteer has them', () => {
    const row = sheetRows(form('level-1'), 'choices').find(({ name }) => name === 'decan');
    expect([
      row?.['label::English (en)'],
      row?.['label::Srpski (sr-Latn)'],
      row?.['label::Српски (sr-Cyrl)'],
    ]).toEqual(['Deçan', 'Dečani', 'Дечани']);
  });

  it('make a highest below the lowest impossible, whichever is changed last', () => {
    const survey = sheetRows(form('level-2'), 'survey');
    const allowed = (name: string, answers: Readonly<Record<string, number | ''>>) =>
      holds(survey.find((row) => row['name'] === name)?.['constraint'] ?? '', answers[name] ?? '', answers);
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(30),
        fc.constantFrom(['min', 'max'], ['peak_min', 'peak_max']),
        (low, high, [lowName = '', highName = '']) => {
          const answers = { [lowName]: low, [highName]: high };
          expect(allowed(lowName, answers)).toBe(low <= high);
          expect(allowed(highName, answers)).toBe(low <= high);
          expect(allowed(lowName, { [lowName]: low, [highName]: '' })).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });

  it('Cyrillic is made letter by letter, digraphs as one', () => {
    expect(toCyrillic('Ljudi, njima i džep: Čačak, ${min}')).toBe('Људи, њима и џеп: Чачак, ${min}');
  });
});

/** Works a constraint of the forms out: comparisons of the answer and of other answers, joined by and, or and brackets. */
function holds(
  constraint: string,
  answer: number | '',
  answers: Readonly<Record<string, number | ''>>,
): boolean {
  const value = (text: string): number | '' =>
    text === '.'
      ? answer
      : text === "''"
        ? ''
        : text.startsWith('${')
          ? (answers[text.slice(2, -1)] ?? '')
          : Number(text);
  const compare = (text: string): boolean => {
    const [, left = '', sign, right = ''] = /^(\S+) (>=|<=|=) (\S+)$/.exec(text.trim()) ?? [];
    if (sign === '=') return value(left) === value(right);
    return sign === '>='
      ? Number(value(left)) >= Number(value(right))
      : Number(value(left)) <= Number(value(right));
  };
  return constraint.split(/ and (?=\()|(?<=\d) and /).every((part) =>
    part
      .replaceAll(/^\(|\)$/g, '')
      .split(' or ')
      .some(compare),
  );
}

const count = fc.nat(40);
const ranged = fc
  .tuple(count, count)
  .map(([a, b]) => ({ min: String(Math.min(a, b)), max: String(Math.max(a, b)) }));
const days = fc.subarray([...DAYS]).map((chosen) => DAYS.filter((day) => chosen.includes(day)).join(' '));
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2025-10-${String(number).padStart(2, '0')}`);

const told = fc.record({
  population: fc.constantFrom('FSW', 'MSM'),
  typology: fc.constantFrom(...STUDY.typologies),
  usual: ranged,
  peak: fc.option(ranged, { nil: undefined }),
  peak_days: days,
});

const answersOf = (
  spot_id: string,
  {
    population,
    typology,
    usual,
    peak,
    peak_days,
  }: typeof told extends fc.Arbitrary<infer Value> ? Value : never,
): Submission => ({
  spot_id,
  population,
  typology: choiceName(typology),
  ...usual,
  peak_days,
  peak_min: peak?.min ?? '',
  peak_max: peak?.max ?? '',
});

const EXPORTS = { kobo: koboExport, odk: odkExport };

const FORM_BYTES = new Map<string, Uint8Array>();

function bytesOf(id: string, system: FormSystem): Uint8Array {
  const key = `${system} ${id}`;
  const bytes = FORM_BYTES.get(key) ?? writeXlsx(form(id, system));
  FORM_BYTES.set(key, bytes);
  return bytes;
}

/** The tables an export gives, their rows as objects; the form goes along. */
async function tablesOf(system: FormSystem, id: string, submissions: readonly Submission[]) {
  const made = await importFiles([
    { file: 'export', bytes: EXPORTS[system](form(id, system), id, submissions) },
    { file: 'form.xlsx', bytes: bytesOf(id, system) },
  ]);
  expect(
    made.issues.filter(({ severity, code }) => severity === 'error' || code === 'import-labels'),
  ).toEqual([]);
  const rows = (table: string) =>
    (made.tables.get(table)?.rows ?? []).map(({ cells }) =>
      Object.fromEntries([...cells].filter(([, cell]) => cell !== '')),
    );
  return { spots: rows('spots'), reports: rows('reports'), attendance: rows('attendance') };
}

const filled = (row: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

describe.each(['kobo', 'odk'] as const)('an export of %s is read back exactly', (system) => {
  it('level 1, with its repeat of spots', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom(...STUDY.municipalities),
            day,
            fc.array(told, { minLength: 1, maxLength: 3 }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        async (visits) => {
          let number = 0;
          const kept = visits.map(([municipality, reported_on, spots], at) => ({
            municipality,
            reported_on,
            informant_id: `I-${at}`,
            spots: spots.map((spot) => ({ id: `PR${(number += 1)}`, spot })),
          }));
          const submissions = kept.map(({ municipality, reported_on, informant_id, spots }) => ({
            spotwise_form: 'level-1',
            reported_on,
            level: '1',
            informant_id,
            municipality: choiceName(municipality),
            informant_type: 'driver',
            spot: spots.map(({ id, spot }) => answersOf(id, spot)),
            spots_named: String(spots.length),
          }));
          const reports = kept.flatMap(({ reported_on, informant_id, spots }) =>
            spots.map(({ id, spot }) =>
              filled({
                informant_id,
                informant_type: 'Driver',
                level: '1',
                spot_id: id,
                population: spot.population,
                ...spot.usual,
                peak_min: spot.peak?.min ?? '',
                peak_max: spot.peak?.max ?? '',
                reported_on,
              }),
            ),
          );
          const tables = await tablesOf(system, 'level-1', submissions);
          expect(tables.reports).toEqual(reports);
          const spots = kept.flatMap(({ municipality, spots: named }) =>
            named.map(({ id, spot }) =>
              filled({
                spot_id: id,
                population: spot.population,
                municipality,
                typology: spot.typology,
                peak_days: spot.peak_days,
              }),
            ),
          );
          expect(tables.spots).toEqual(spots);
        },
      ),
      {
        numRuns: 6,
        seed: 9,
        examples: [[[['Deçan', '2025-10-01', [NOBODY]]]]],
      },
    );
  });

  it('level 2, active and not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(told, day, fc.boolean()), { minLength: 1, maxLength: 4 }),
        async (visits) => {
          const rows = visits.map(([spot, validated_on, isActive], at) => ({
            spot,
            validated_on,
            isActive,
            id: `DE${at + 1}`,
          }));
          const submissions = rows.map(({ spot, validated_on, isActive, id }, at) => ({
            ...(isActive
              ? { ...answersOf(id, spot), informant_type: 'owner', position: '42.54 20.287899 0 4.5' }
              : { spot_id: id, population: spot.population, typology: choiceName(spot.typology) }),
            spotwise_form: 'level-2',
            validated_on,
            level: '2',
            informant_id: `I-${at}`,
            municipality: 'decan',
            status: isActive ? 'active' : 'not_found',
          }));
          const tables = await tablesOf(system, 'level-2', submissions);
          expect(tables.spots).toEqual(
            rows.map(({ spot, validated_on, isActive, id }) =>
              filled({
                spot_id: id,
                population: spot.population,
                municipality: 'Deçan',
                typology: spot.typology,
                status: isActive ? 'active' : 'not_found',
                validated_on,
                ...(isActive ? { lat: '42.54', lon: '20.287899', peak_days: spot.peak_days } : {}),
              }),
            ),
          );
          expect(tables.reports).toEqual(
            rows
              .map((row, at) => ({ ...row, at }))
              .filter(({ isActive }) => isActive)
              .map(({ spot, id, at }) =>
                filled({
                  informant_id: `I-${at}`,
                  informant_type: 'Owner or staff of the place',
                  level: '2',
                  spot_id: id,
                  population: spot.population,
                  ...spot.usual,
                  peak_min: spot.peak?.min ?? '',
                  peak_max: spot.peak?.max ?? '',
                }),
              ),
          );
        },
      ),
      { numRuns: 6, seed: 10 },
    );
  });

  it('attendance', async () => {
    const submissions = [
      {
        spotwise_form: 'attendance',
        asked_on: '2025-10-03',
        respondent_id: 'R-1',
        spot_id: 'PR1',
        population: 'FSW',
        days_per_week: '3',
        spots_per_day: '2',
        online: 'yes',
      },
      {
        spotwise_form: 'attendance',
        asked_on: '2025-10-03',
        respondent_id: 'R-2',
        spot_id: 'PR2',
        population: 'MSM',
        days_per_week: '7',
        spots_per_day: '',
        online: 'no',
      },
    ];
    const tables = await tablesOf(system, 'attendance', submissions);
    expect(tables.attendance).toEqual([
      {
        respondent_id: 'R-1',
        spot_id: 'PR1',
        population: 'FSW',
        days_per_week: '3',
        spots_per_day: '2',
        online: 'yes',
      },
      { respondent_id: 'R-2', spot_id: 'PR2', population: 'MSM', days_per_week: '7', online: 'no' },
    ]);
  });
});

describe('spotwise init --form', () => {
  it('writes forms from a study that is there, and a new study with forms', async () => {
    const study = {
      's/study.yaml': 'title: T\npopulations:\n  - code: FSW\n',
      's/places.csv': 'municipality\nNorth\n',
      's/spots.csv': 'spot_id,population,municipality,typology,min,max\nS1,FSW,North,bar,1,2\n',
    };
    const there = await spotwise(['init', 's', '--form', 'odk', '--languages', 'sq,en'], study);
    expect([there.code, there.error]).toEqual([0, '']);
    expect(there.out).toContain('level-1.xlsx, level-2.xlsx, attendance.xlsx in s/forms');
    expect(there.out).toContain('Texts in sq were not reviewed');
    expect(there.files.get('s/study.yaml')).toBe(study['s/study.yaml']);
    const fresh = await spotwise(['init', 'new', '--form', 'kobo']);
    expect(fresh.code).toBe(0);
    expect([...fresh.files.keys()]).toContain('new/forms/level-2.xlsx');
    expect((await spotwise(['init', 'x', '--form', 'kobo', '--languages', 'de'])).code).toBe(2);
  });
});
