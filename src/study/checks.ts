import { raise, type IssueCode } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';
import { checkCoordinates, checkOutlines } from './check-coordinates.js';
import { checkRuleNames } from './check-rules.js';
import { checkNames } from './check-names.js';
import { nameMatcher, type NameMatch } from './names/match-name.js';

/** Looks at a study that was read and says what is wrong with it; never changes it. */
export type Check = (study: Study) => readonly Issue[] | Promise<readonly Issue[]>;

/** More people than any one place or page gathers on a usual day. */
const MOST_AT_A_PLACE = 20_000;
const MOST_ON_A_PAGE = 1_000_000;
const SENTINELS = new Set([99, 999, 9999]);
/** Names of totals rows: English, German, French, Spanish, Albanian, Bosnian/Croatian/Serbian, Macedonian, Ukrainian, Russian, Burmese. */
const TOTAL_WORDS =
  /^(?:(?:grand|sub)?[ _-]?totals?(?: (?:of|for) .*)?|sub[ _-]?total .*|sum|all|gesamt|summe|totaal|total général|totali|gjithsej|shuma|ukupno|svega|zbir|укупно|вкупно|всього|разом|итого|всего|စုစုပေါင်း)$/iu;
const TELLING_MAXIMA = new Set([999, 9999]);
/** A day of the week that is this many times the usual day is a slip of unit, not a busy day. */
const SLIP = 7;

interface RowIssue {
  readonly code: IssueCode;
  readonly column?: string;
  readonly message: string;
}

function spotIssues(check: (spot: Spot) => readonly RowIssue[]): Check {
  return (study) => {
    const file = study.files['spots'] ?? 'spots.csv';
    return study.spots.flatMap((spot) =>
      check(spot).map(({ code, column, message }) =>
        raise(code, { file, line: spot.line, column }, { message }),
      ),
    );
  };
}

const checkRanges = spotIssues((spot) => {
  const issues: RowIssue[] = [];
  const { min, max, usual, peak_min: peakMin, peak_max: peakMax } = spot;
  if (min !== undefined && max !== undefined && max < min) {
    issues.push({ code: 'range-order', column: 'max', message: 'max is below min.' });
  }
  if (peakMin !== undefined && peakMax !== undefined && peakMax < peakMin) {
    issues.push({ code: 'range-order', column: 'peak_max', message: 'peak_max is below peak_min.' });
  }
  if ((min === undefined) !== (max === undefined)) {
    issues.push({
      code: 'range-half',
      column: min === undefined ? 'min' : 'max',
      message: 'Only one of min and max is given.',
    });
  }
  if ((peakMin === undefined) !== (peakMax === undefined)) {
    issues.push({
      code: 'range-half',
      column: peakMin === undefined ? 'peak_min' : 'peak_max',
      message: 'Only one of peak_min and peak_max is given.',
    });
  }
  if (usual !== undefined && ((min !== undefined && usual < min) || (max !== undefined && usual > max))) {
    issues.push({
      code: 'usual-outside-range',
      column: 'usual',
      message: 'usual is not between min and max.',
    });
  }
  if (max !== undefined && peakMax !== undefined && peakMax < max) {
    issues.push({ code: 'peak-below-usual', column: 'peak_max', message: 'peak_max is below max.' });
  }
  return issues;
});

const checkCounts = spotIssues((spot) => {
  const issues: RowIssue[] = [];
  const most = spot.mode === 'web' || spot.mode === 'phone' ? MOST_ON_A_PAGE : MOST_AT_A_PLACE;
  for (const column of ['max', 'usual', 'peak_max'] as const) {
    if ((spot[column] ?? 0) > most) {
      issues.push({ code: 'count-impossible', column, message: `More than ${most} people at one spot.` });
    }
  }
  if (spot.min !== undefined && spot.min === spot.max && SENTINELS.has(spot.min)) {
    issues.push({
      code: 'count-sentinel',
      column: 'max',
      message: 'min and max are both the same missing-value code.',
    });
  }
  if (spot.max !== undefined && TELLING_MAXIMA.has(spot.max) && 10 * (spot.min ?? spot.max) < spot.max) {
    issues.push({
      code: 'count-sentinel',
      column: 'max',
      message: 'max is a number often written for "not known", far above min.',
    });
  }
  for (const column of ['spot_id', 'municipality'] as const) {
    if (TOTAL_WORDS.test(spot[column] ?? '')) {
      issues.push({ code: 'totals-row', column, message: `The ${column} is called a total.` });
    }
  }
  const usual = spot.usual ?? ((spot.min ?? 0) + (spot.max ?? 0)) / 2;
  for (const column of ['weekday', 'weekend'] as const) {
    const persons = spot[column];
    if (
      persons !== undefined &&
      usual > 0 &&
      (persons >= usual * SLIP || persons * SLIP <= usual) &&
      persons > 0
    ) {
      issues.push({
        code: 'unit-slip',
        column,
        message: `${column} is ${SLIP} times or more off the usual day; persons a day are expected, not a week.`,
      });
    }
  }
  return issues;
});

/** Every spot has a count of its own or a report that supplies one. */
const checkCounted: Check = (study) => {
  const reported = new Set(study.reports.map((report) => keyOf(report)));
  return study.spots
    .filter((spot) => spot.min === undefined && spot.max === undefined && spot.usual === undefined)
    .filter((spot) => (spot.status ?? 'active') === 'active' && !reported.has(keyOf(spot)))
    .map((spot) =>
      raise(
        'count-missing',
        { file: study.files['spots'] ?? 'spots.csv', line: spot.line, column: 'min' },
        { message: 'The spot has no count and no report.' },
      ),
    );
};

const keyOf = (row: { readonly spot_id: string; readonly population: string }) =>
  JSON.stringify([row.spot_id, row.population]);

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

const checkDuplicates: Check = (study) => [
  ...checkUnique(
    study.spots.filter((spot) => spot.status !== 'duplicate'),
    { file: study.files['spots'] ?? 'spots.csv', code: 'spot-duplicate', column: 'spot_id', key: keyOf },
  ),
  ...checkUnique(study.reports, {
    file: study.files['reports'] ?? 'reports.csv',
    code: 'report-duplicate',
    column: 'informant_id',
    key: (row) => JSON.stringify([row.informant_id, row.spot_id, row.population, row.level]),
  }),
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
  const file = study.files['reports'] ?? 'reports.csv';
  const spots = new Set(study.spots.map((spot) => keyOf(spot)));
  return study.reports.flatMap((report) => {
    const issues: Issue[] = [];
    const at = (column: string) => ({ file, line: report.line, column });
    if (!spots.has(keyOf(report))) {
      issues.push(
        raise('spot-unknown', at('spot_id'), {
          message: 'spots.csv does not list this spot for this population.',
        }),
      );
    }
    if (report.max < report.min)
      issues.push(raise('range-order', at('max'), { message: 'max is below min.' }));
    const { peak_min: peakMin, peak_max: peakMax } = report;
    if ((peakMin === undefined) !== (peakMax === undefined)) {
      const column = peakMin === undefined ? 'peak_min' : 'peak_max';
      issues.push(
        raise('range-half', at(column), { message: 'Only one of peak_min and peak_max is given.' }),
      );
    } else if (peakMin !== undefined && peakMax !== undefined && peakMax < peakMin) {
      issues.push(raise('range-order', at('peak_max'), { message: 'peak_max is below peak_min.' }));
    }
    if (report.max > MOST_ON_A_PAGE) {
      issues.push(
        raise('count-impossible', at('max'), { message: `More than ${MOST_ON_A_PAGE} people at one spot.` }),
      );
    }
    return issues;
  });
};

const checkAttendance: Check = (study) => {
  const file = study.files['attendance'] ?? 'attendance.csv';
  const spots = new Set(study.spots.map((spot) => keyOf(spot)));
  return study.attendance.flatMap((row) => {
    const issues: Issue[] = [];
    const at = (column: string) => ({ file, line: row.line, column });
    if (!spots.has(keyOf(row))) {
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
  const known = new Set(study.settings.populations.map((population) => population.code));
  if (known.size === 0) return [];
  const tables = [
    ['spots', study.spots],
    ['reports', study.reports],
    ['attendance', study.attendance],
  ] as const;
  return tables.flatMap(([id, rows]) =>
    rows
      .filter((row) => !known.has(row.population))
      .map((row) =>
        raise(
          'population-unknown',
          { file: study.files[id] ?? `${id}.csv`, line: row.line, column: 'population' },
          { message: `One of ${[...known].join(', ')} is expected.`, value: row.population },
        ),
      ),
  );
};

const checkMunicipalities: Check = (study) => {
  const file = study.files['spots'] ?? 'spots.csv';
  const places = new Map(study.places.map((place) => [place.municipality, place]));
  const isGiven = study.spots.some((spot) => spot.municipality !== undefined);
  const match = lazily(() =>
    nameMatcher(study.places.map(({ municipality, code }) => ({ name: municipality, code }))),
  );
  return study.spots.flatMap((spot) => {
    const place = { file, line: spot.line, column: 'municipality' };
    if (spot.municipality === undefined) {
      if (!isGiven && study.boundaries.length === 0) return [];
      return [
        raise('municipality-unassigned', place, {
          message: 'Neither the row nor its coordinates say which municipality.',
        }),
      ];
    }
    if (places.size === 0) return [];
    const known = places.get(spot.municipality);
    if (known === undefined) {
      return [
        raise('municipality-unknown', place, {
          message: 'places.csv does not list this municipality.',
          value: spot.municipality,
          fix: proposal(match()(spot.municipality)),
        }),
      ];
    }
    if (known.mapped === false) {
      return [
        raise('municipality-not-mapped', place, {
          message: 'places.csv says this municipality was not mapped.',
        }),
      ];
    }
    return [];
  });
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
  const last = study.spots.at(-1);
  const above = study.spots.slice(0, -1).filter((spot) => spot.population === last?.population);
  if (last?.min === undefined || last.max === undefined || above.length < 3 || last.max === 0) return [];
  const sum = (column: 'min' | 'max') => above.reduce((total, spot) => total + (spot[column] ?? 0), 0);
  if (last.min !== sum('min') || last.max !== sum('max')) return [];
  const place = { file: study.files['spots'] ?? 'spots.csv', line: last.line, column: 'max' };
  return [
    raise('totals-row', place, { message: 'min and max of the last row are the sums of all rows above it.' }),
  ];
};

/** The roll-call: every check a study goes through, each looking at one kind of fault. */
export const CHECKS: readonly Check[] = [
  checkRanges,
  checkCounts,
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
];
