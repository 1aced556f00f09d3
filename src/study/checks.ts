import { areDistinct, RowIndex } from '../columns/row-index.js';
import { firstSpotRowOf, spotRowsOf } from '../columns/spot-keys.js';
import { reportTable, spotTable } from '../columns/study-tables.js';
import { tableOfRows } from '../columns/table-of-rows.js';
import type { Codes, TypedTable } from '../columns/typed-table.js';
import { raise, type Finding, type IssueCode } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';
import { ATTENDANCE } from '../model/tables/attendance.js';
import type { PlaceRow } from '../model/tables/places.js';
import { checkCoordinates, checkOutlines } from './check-coordinates.js';
import { firstLookAt, MOST_AT_A_PLACE, SENTINELS, SLIP } from './first-look.js';
import { checkRuleNames } from './check-rules.js';
import { checkNames } from './check-names.js';
import { nameMatcher, type NameMatch } from './names/match-name.js';
import { checkTravel } from './check-travel.js';

/** Looks at a study that was read and says what is wrong with it; never changes it. */
export type Check = (study: Study) => readonly Issue[] | Promise<readonly Issue[]>;

/** More people than any one page gathers on a usual day. */
const MOST_ON_A_PAGE = 1_000_000;
/** Names of totals rows: English, German, French, Spanish, Albanian, Bosnian/Croatian/Serbian, Macedonian, Ukrainian, Russian, Burmese. */
const TOTAL_WORDS =
  /^(?:(?:grand|sub)?[ _-]?totals?(?: (?:of|for) .*)?|sub[ _-]?total .*|sum|all|gesamt|summe|totaal|total général|totali|gjithsej|shuma|ukupno|svega|zbir|укупно|вкупно|всього|разом|итого|всего|စုစုပေါင်း)$/iu;
const TELLING_MAXIMA = new Set([999, 9999]);

/** Gathers what is found in the rows of a table. */
class Finds {
  readonly issues: Issue[] = [];
  readonly #file: string;
  readonly #rows: TypedTable<unknown>;

  constructor(study: Study, id: string, rows: TypedTable<unknown>) {
    this.#file = study.files[id] ?? `${id}.csv`;
    this.#rows = rows;
  }

  add(row: number, code: IssueCode, column: string, message: string): void {
    this.raise(row, code, column, { message });
  }

  raise(row: number, code: IssueCode, column: string, finding: Finding): void {
    this.issues.push(raise(code, { file: this.#file, line: this.#rows.line(row), column }, finding));
  }
}

/** Rows are compared by number: an empty cell is NaN, which is neither below, above nor equal to anything. */
const isEmpty = Number.isNaN;

const checkRanges: Check = (study) => {
  const spots = spotTable(study);
  const found = new Finds(study, 'spots', spots);
  const [minOf, maxOf, usualOf] = [spots.numberAt('min'), spots.numberAt('max'), spots.numberAt('usual')];
  const [peakMinOf, peakMaxOf] = [spots.numberAt('peak_min'), spots.numberAt('peak_max')];
  for (const row of firstLookAt(spots).doubtful) {
    const [min, max, usual] = [minOf(row), maxOf(row), usualOf(row)];
    const [peakMin, peakMax] = [peakMinOf(row), peakMaxOf(row)];
    if (max < min) found.add(row, 'range-order', 'max', 'max is below min.');
    if (peakMax < peakMin) found.add(row, 'range-order', 'peak_max', 'peak_max is below peak_min.');
    if (isEmpty(min) !== isEmpty(max)) {
      found.add(row, 'range-half', isEmpty(min) ? 'min' : 'max', 'Only one of min and max is given.');
    }
    if (isEmpty(peakMin) !== isEmpty(peakMax)) {
      const column = isEmpty(peakMin) ? 'peak_min' : 'peak_max';
      found.add(row, 'range-half', column, 'Only one of peak_min and peak_max is given.');
    }
    if (usual < min || usual > max) {
      found.add(row, 'usual-outside-range', 'usual', 'usual is not between min and max.');
    }
    if (peakMax < max) found.add(row, 'peak-below-usual', 'peak_max', 'peak_max is below max.');
  }
  return found.issues;
};

const checkCounts: Check = (study) => {
  const spots = spotTable(study);
  const found = new Finds(study, 'spots', spots);
  const mostOf = spots.sayOf('mode', MOST_AT_A_PLACE, (mode) =>
    mode === 'web' || mode === 'phone' ? MOST_ON_A_PAGE : MOST_AT_A_PLACE,
  );
  const counts = (['max', 'usual', 'peak_max'] as const).map((name) => ({ name, of: spots.numberAt(name) }));
  const days = (['weekday', 'weekend'] as const).map((name) => ({ name, of: spots.numberAt(name) }));
  const [minOf, maxOf, usualOf] = [spots.numberAt('min'), spots.numberAt('max'), spots.numberAt('usual')];
  for (const row of firstLookAt(spots).doubtful) {
    const most = mostOf(row);
    for (const { name, of } of counts) {
      if (of(row) > most) found.add(row, 'count-impossible', name, `More than ${most} people at one spot.`);
    }
    const [min, max] = [minOf(row), maxOf(row)];
    if (min === max && SENTINELS.has(min)) {
      found.add(row, 'count-sentinel', 'max', 'min and max are both the same missing-value code.');
    }
    if (TELLING_MAXIMA.has(max) && 10 * (isEmpty(min) ? max : min) < max) {
      found.add(
        row,
        'count-sentinel',
        'max',
        'max is a number often written for "not known", far above min.',
      );
    }
    const stated = usualOf(row);
    const usual = isEmpty(stated) ? ((isEmpty(min) ? 0 : min) + (isEmpty(max) ? 0 : max)) / 2 : stated;
    for (const { name, of } of days) {
      const persons = of(row);
      if (persons > 0 && usual > 0 && (persons >= usual * SLIP || persons * SLIP <= usual)) {
        const message = `${name} is ${SLIP} times or more off the usual day; persons a day are expected, not a week.`;
        found.add(row, 'unit-slip', name, message);
      }
    }
  }
  return found.issues;
};

const isTotal = (name: unknown) => TOTAL_WORDS.test(String(name));

/** Rows called a total, by their spot or by their municipality. */
const checkTotals: Check = (study) => {
  const spots = spotTable(study);
  const found = new Finds(study, 'spots', spots);
  // A code whose second sign is a digit is no such word: in nearly every table no code need be read.
  const isNumbered = spots.coded('spot_id')?.texts.isNumbered !== false;
  for (const row of isNumbered ? [] : spots.rowsWhere('spot_id', isTotal))
    found.add(row, 'totals-row', 'spot_id', 'The spot_id is called a total.');
  for (const row of spots.rowsWhere('municipality', isTotal))
    found.add(row, 'totals-row', 'municipality', 'The municipality is called a total.');
  return found.issues;
};

/** True by row for spots that validation did not take off the list. */
function activeRows(spots: TypedTable<Spot>): (row: number) => boolean {
  const activity = spots.sayOf('status', 1, (status) => Number(status === 'active'));
  return (row) => activity(row) === 1;
}

/** Every spot has a count of its own or a report that supplies one. */
const checkCounted: Check = (study) => {
  const spots = spotTable(study);
  const found = new Finds(study, 'spots', spots);
  const isReported = new Uint8Array(spots.length);
  for (const row of spotRowsOf(reportTable(study), spots)) if (row >= 0) isReported[row] = 1;
  const firstOf = firstSpotRowOf(spots);
  const isActive = activeRows(spots);
  const [minOf, maxOf, usualOf] = [spots.numberAt('min'), spots.numberAt('max'), spots.numberAt('usual')];
  for (const row of firstLookAt(spots).doubtful) {
    if (!isEmpty(minOf(row)) || !isEmpty(maxOf(row)) || !isEmpty(usualOf(row)) || !isActive(row)) continue;
    if (isReported[firstOf(row)] === 1) continue;
    found.add(row, 'count-missing', 'min', 'The spot has no count and no report.');
  }
  return found.issues;
};

/** Finds rows that carry a key an earlier row has. */
function checkUnique<Row extends { readonly line: number }>(
  rows: readonly Row[],
  what: {
    readonly file: string;
    readonly code: IssueCode;
    readonly column: string;
    readonly key: (row: Row) => string;
  },
): Issue[] {
  const firstLine = new Map<string, number>();
  const issues: Issue[] = [];
  for (const row of rows) {
    const key = what.key(row);
    const first = firstLine.get(key);
    if (first === undefined) firstLine.set(key, row.line);
    else {
      const message = `The same is listed on line ${first}.`;
      issues.push(raise(what.code, { file: what.file, line: row.line, column: what.column }, { message }));
    }
  }
  return issues;
}

/** Finds spots listed before; a row validated as a duplicate is not one of them. */
function checkSpotsUnique(study: Study): readonly Issue[] {
  const spots = spotTable(study);
  const codes = spots.coded('spot_id')?.codes;
  if (codes === undefined || areDistinct(codes)) return [];
  const isDuplicate = spots.sayOf('status', 0, (status) => Number(status === 'duplicate'));
  const found = new Finds(study, 'spots', spots);
  sayRepeated(
    found,
    spots,
    { names: ['spot_id', 'population'], code: 'spot-duplicate' },
    (row) => isDuplicate(row) === 0,
  );
  return found.issues;
}

function checkReportsUnique(study: Study): readonly Issue[] {
  const reports = reportTable(study);
  const found = new Finds(study, 'reports', reports);
  const names = ['informant_id', 'spot_id', 'population', 'level'] as const;
  sayRepeated(found, reports, { names, code: 'report-duplicate' }, () => true);
  return found.issues;
}

/** Says which of the rows looked at have the values of an earlier one in the named columns. */
function sayRepeated(
  found: Finds,
  rows: TypedTable<unknown>,
  { names, code }: { readonly names: readonly string[]; readonly code: IssueCode },
  isLookedAt: (row: number) => boolean,
): void {
  const index = new RowIndex(
    names.map((name) => valueCodes(rows, name)),
    rows.length,
  );
  for (let row = 0; row < rows.length; row += 1) {
    if (!isLookedAt(row)) continue;
    const first = index.add(row);
    if (first !== row)
      found.add(row, code, names[0] ?? '', `The same is listed on line ${rows.line(first)}.`);
  }
}

/** Codes by row in which equal values have equal codes, however they were written. */
function valueCodes(rows: TypedTable<unknown>, name: string): Codes {
  const column = rows.coded(name);
  if (column === undefined) return new Int32Array(rows.length);
  if (column.values === undefined) return column.codes;
  const byValue = new Map<unknown, number>();
  const same = Int32Array.from(column.values, (value, code) => {
    const first = byValue.get(value) ?? code;
    byValue.set(value, first);
    return first;
  });
  return column.codes.map((code) => same[code] ?? -1);
}

const checkDuplicates: Check = (study) => [
  ...checkSpotsUnique(study),
  ...checkReportsUnique(study),
  ...checkUnique(study.attendance, {
    file: study.files['attendance'] ?? 'attendance.csv',
    code: 'respondent-duplicate',
    column: 'respondent_id',
    key: (row) => JSON.stringify([row.respondent_id, row.population]),
  }),
  ...checkUnique(study.places, {
    file: study.files['places'] ?? 'places.csv',
    code: 'place-duplicate',
    column: 'municipality',
    key: (row) => row.municipality,
  }),
  ...checkUnique(study.workers, {
    file: study.files['workers'] ?? 'workers.csv',
    code: 'worker-duplicate',
    column: 'worker_id',
    key: (row) => row.worker_id,
  }),
  ...checkUnique(study.sites, {
    file: study.files['sites'] ?? 'sites.csv',
    code: 'site-duplicate',
    column: 'site_id',
    key: (row) => row.site_id,
  }),
];

const checkReports: Check = (study) => {
  const reports = reportTable(study);
  const found = new Finds(study, 'reports', reports);
  const spotRows = spotRowsOf(reports, spotTable(study));
  const [minOf, maxOf] = [reports.numberAt('min'), reports.numberAt('max')];
  const [peakMinOf, peakMaxOf] = [reports.numberAt('peak_min'), reports.numberAt('peak_max')];
  for (let row = 0; row < reports.length; row += 1) {
    if ((spotRows[row] ?? -1) < 0) {
      found.add(row, 'spot-unknown', 'spot_id', 'spots.csv does not list this spot for this population.');
    }
    const max = maxOf(row);
    if (max < minOf(row)) found.add(row, 'range-order', 'max', 'max is below min.');
    const [peakMin, peakMax] = [peakMinOf(row), peakMaxOf(row)];
    if (isEmpty(peakMin) !== isEmpty(peakMax)) {
      const column = isEmpty(peakMin) ? 'peak_min' : 'peak_max';
      found.add(row, 'range-half', column, 'Only one of peak_min and peak_max is given.');
    } else if (peakMax < peakMin) {
      found.add(row, 'range-order', 'peak_max', 'peak_max is below peak_min.');
    }
    if (max > MOST_ON_A_PAGE) {
      found.add(row, 'count-impossible', 'max', `More than ${MOST_ON_A_PAGE} people at one spot.`);
    }
  }
  return found.issues;
};

const checkAttendance: Check = (study) => {
  const file = study.files['attendance'] ?? 'attendance.csv';
  const spotRows = spotRowsOf(tableOfRows(ATTENDANCE, study.attendance), spotTable(study));
  return study.attendance.flatMap((row, place) => {
    const issues: Issue[] = [];
    const at = (column: string) => ({ file, line: row.line, column });
    if ((spotRows[place] ?? -1) < 0) {
      issues.push(
        raise('spot-unknown', at('spot_id'), {
          message: 'spots.csv does not list this spot for this population.',
        }),
      );
    }
    if (!(row.days_per_week > 0 && row.days_per_week <= 7)) {
      issues.push(
        raise('attendance-impossible', at('days_per_week'), {
          message: 'Above 0 and at most 7 days a week are expected.',
        }),
      );
    }
    if (row.spots_per_day !== undefined && row.spots_per_day < 1) {
      issues.push(
        raise('attendance-impossible', at('spots_per_day'), {
          message: 'At least 1 spot a day is expected: the one where the person was met.',
        }),
      );
    }
    return issues;
  });
};

const checkPopulations: Check = (study) => {
  const known = new Set<unknown>(study.settings.populations.map((population) => population.code));
  if (known.size === 0) return [];
  const tables = [
    ['spots', spotTable(study)],
    ['reports', reportTable(study)],
    ['attendance', tableOfRows(ATTENDANCE, study.attendance)],
  ] as const;
  const message = `One of ${[...known].join(', ')} is expected.`;
  return tables.flatMap(([id, rows]) => {
    const found = new Finds(study, id, rows);
    for (const row of rows.rowsWhere('population', (code) => !known.has(code), { isEmptyMeant: true })) {
      const value = rows.textAt('population', row);
      found.raise(row, 'population-unknown', 'population', { message, value });
    }
    return found.issues;
  });
};

const checkMunicipalities: Check = (study) => {
  const spots = spotTable(study);
  const places = new Map<unknown, PlaceRow>(study.places.map((place) => [place.municipality, place]));
  const isGiven = spots.coded('municipality')?.codes.some((code) => code >= 0) === true;
  const isExpected = isGiven || study.boundaries.length > 0;
  const found = new Finds(study, 'spots', spots);
  const add = (row: number, code: IssueCode, message: string) =>
    found.add(row, code, 'municipality', message);
  const match = lazily(() =>
    nameMatcher(study.places.map(({ municipality, code }) => ({ name: municipality, code }))),
  );
  const isOdd = (name: unknown) =>
    places.size > 0 && (!places.has(name) || places.get(name)?.mapped === false);
  for (const row of spots.rowsWhere('municipality', isOdd, { isEmptyMeant: isExpected })) {
    const name = spots.textAt('municipality', row);
    const place = places.get(name);
    if (name === undefined) {
      add(row, 'municipality-unassigned', 'Neither the row nor its coordinates say which municipality.');
    } else if (place === undefined) {
      found.raise(row, 'municipality-unknown', 'municipality', {
        message: 'places.csv does not list this municipality.',
        value: name,
        fix: proposal(match()(name)),
      });
    } else if (place.mapped === false) {
      add(row, 'municipality-not-mapped', 'places.csv says this municipality was not mapped.');
    }
  }
  return found.issues;
};

/** The near names of places.csv in a sentence; only proposed, never taken. */
function proposal(match: NameMatch): string | undefined {
  if ('name' in match || match.proposals.length === 0) return undefined;
  return `Did you mean ${match.proposals.join(' or ')}? Correct the name, or add the municipality to places.csv.`;
}

/** The value, made when it is first asked for. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** A last row whose lowest and highest are the sums of all the rows above it, whatever it is called. */
const checkSumRow: Check = (study) => {
  const spots = spotTable(study);
  const found = new Finds(study, 'spots', spots);
  const last = spots.length - 1;
  const [minOf, maxOf] = [spots.numberAt('min'), spots.numberAt('max')];
  const [min, max] = [minOf(last), maxOf(last)];
  if (last < 3 || isEmpty(min) || isEmpty(max) || max === 0) return [];
  const population = spots.textAt('population', last);
  const isAlike = spots.sayOf('population', 0, (code) => Number(code === population));
  let [above, minAbove, maxAbove] = [0, 0, 0];
  for (let row = 0; row < last; row += 1) {
    if (isAlike(row) === 0) continue;
    above += 1;
    minAbove += minOf(row) || 0;
    maxAbove += maxOf(row) || 0;
    if (minAbove > min || maxAbove > max) return [];
  }
  if (above < 3 || min !== minAbove || max !== maxAbove) return [];
  found.add(last, 'totals-row', 'max', 'min and max of the last row are the sums of all rows above it.');
  return found.issues;
};

/** The roll-call: every check a study goes through, each looking at one kind of fault. */
export const CHECKS: readonly Check[] = [
  checkRanges,
  checkCounts,
  checkTotals,
  checkCounted,
  checkDuplicates,
  checkReports,
  checkAttendance,
  checkPopulations,
  checkMunicipalities,
  checkSumRow,
  checkNames,
  checkCoordinates,
  checkOutlines,
  checkRuleNames,
  checkTravel,
];
