import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { readPosition, degreesText } from './cells/position.js';
import { decideStyle, plainNumber } from './cells/number-style.js';
import { readPrinted, type PrintedCell } from './cells/printed-range.js';
import { isMissing, readDayNames } from './cells/words.js';
import { withColumns, type AddedColumn } from './grid.js';
import { findChoice, type FormKnowledge } from './knowledge.js';
import type { PreparedGrid } from './source.js';
import { foldColumn, holdsSeveral } from './vocabulary.js';

/** A prepared grid after a change, and what was wrong. */
export interface Merged {
  readonly prepared: PreparedGrid;
  readonly issues: readonly Issue[];
  /** What was done, in a few words, for the person who asked. */
  readonly said: readonly string[];
}

/** The grid with added columns under their own names; columns they replace no longer go by any name. */
function add(
  prepared: PreparedGrid,
  added: readonly AddedColumn[],
  replaced: ReadonlySet<number> = new Set(),
): PreparedGrid {
  return {
    ...prepared,
    grid: withColumns(prepared.grid, added),
    names: [
      ...prepared.names.map((names, at) => (replaced.has(at) ? [] : names)),
      ...added.map(({ header }) => [header]),
    ],
  };
}

const lastName = (names: readonly string[]) => names.at(-1) ?? '';

const SPLIT = /^(.+?)(?:\/|___)([^/]+)$/;
const ON = /^(1|true|yes)$/i;
const SWITCH = /^(0|1|true|false|yes|no)?$/i;

/**
 * Answers with several choices, split into a column of 0 and 1 for each: joined into one cell. All zeros is no answer
 * (ODK writes 0 where a question was never asked, KoboToolbox leaves it blank). Only where a column takes several
 * answers: counts of nobody in the columns of a group are counts.
 */
export function mergeChoices(prepared: PreparedGrid): Merged {
  const { grid, names } = prepared;
  const groups = new Map<string, { readonly at: number; readonly choice: string }[]>();
  names.forEach((known, at) => {
    const [, base, choice] = SPLIT.exec(known[0] ?? '') ?? [];
    if (base === undefined || choice === undefined) return;
    if (!grid.rows.every((row) => SWITCH.test(row[at] ?? ''))) return;
    groups.set(base, [...(groups.get(base) ?? []), { at, choice }]);
  });
  const added: AddedColumn[] = [];
  const replaced = new Set<number>();
  const said: string[] = [];
  for (const [base, columns] of groups) {
    const header = base.split(/[/-]/).at(-1) ?? base;
    const [first] = columns;
    if (columns.length < 2 || first === undefined || !holdsSeveral(header)) continue;
    const summary = names.findIndex((known) => known[0] === base);
    const cells = grid.rows.map((row) => {
      const chosen = columns.filter(({ at }) => ON.test(row[at] ?? '')).map(({ choice }) => choice);
      return chosen.length > 0 || summary < 0 ? chosen.join(' ') : (row[summary] ?? '');
    });
    for (const { at } of columns) replaced.add(at);
    if (summary >= 0) replaced.add(summary);
    added.push({ header, cells, from: first.at });
    said.push(`${header} joined from ${columns.length} columns of 0 and 1`);
  }
  return { prepared: add(prepared, added, replaced), issues: [], said };
}

const PART = /^_?(.*?)[_\-. ]?(latitude|longitude|precision|accuracy|altitude)$/i;
const PLACE_NAMES = /^(|position|location|gps|geopoint|point|spot_position|spot_location|coordinates)$/i;
const LEAST_ACCURATE = 30;

/**
 * The position of the spot as lat and lon: from the columns a form writes for a point, else from one cell that holds
 * both. Where several points were asked the one called position, location or gps is taken, and said.
 */
export function findPositions(prepared: PreparedGrid, told: Readonly<Record<string, string>>): Merged {
  if (told['lat'] !== undefined || told['lon'] !== undefined) return { prepared, issues: [], said: [] };
  const points = pointColumns(prepared);
  const bases = [...points.keys()].filter(
    (base) => points.get(base)?.has('latitude') && points.get(base)?.has('longitude'),
  );
  const [only] = bases.length === 1 ? bases : bases.filter((base) => PLACE_NAMES.test(base));
  if (only !== undefined) return fromParts(prepared, only, points.get(only) ?? new Map(), bases.length > 1);
  if (bases.length > 1) {
    const message = `There are ${bases.length} positions: ${bases.join(', ')}.`;
    const fix = 'Say which one is the spot with --column lat=HEADER --column lon=HEADER.';
    return {
      prepared,
      issues: [raise('header-duplicate', { file: prepared.grid.name, line: 1 }, { message, fix })],
      said: [],
    };
  }
  const hasOwn = (name: string) =>
    prepared.names.some((names, at) => foldColumn(lastName(names)) === name && isFilled(prepared, at));
  return hasOwn('lat') && hasOwn('lon') ? { prepared, issues: [], said: [] } : fromOneCell(prepared);
}

const isFilled = ({ grid }: PreparedGrid, at: number) => grid.rows.some((row) => (row[at] ?? '') !== '');

function pointColumns(prepared: PreparedGrid): Map<string, Map<string, number>> {
  const points = new Map<string, Map<string, number>>();
  prepared.names.forEach((known, at) => {
    if (!isFilled(prepared, at)) return;
    const [, base, part] = PART.exec(lastName(known).replace(/^.*\//, '')) ?? [];
    const whole = PART.exec(known.find((name) => PART.test(name)) ?? '');
    if (part === undefined || whole === null) return;
    const key = base !== undefined && base !== '' ? base : (whole[1]?.split(/[/.-]/).at(-1) ?? '');
    points.set(key, (points.get(key) ?? new Map<string, number>()).set(part.toLowerCase(), at));
  });
  return points;
}

function fromParts(
  prepared: PreparedGrid,
  base: string,
  parts: ReadonlyMap<string, number>,
  isChosen: boolean,
): Merged {
  const { grid } = prepared;
  const [latAt = 0, lonAt = 0] = [parts.get('latitude'), parts.get('longitude')];
  const accuracyAt = parts.get('accuracy') ?? parts.get('precision');
  const cells = (at: number) => grid.rows.map((row) => row[at] ?? '');
  const added = [
    { header: 'lat', cells: cells(latAt), from: latAt },
    { header: 'lon', cells: cells(lonAt), from: lonAt },
  ];
  return {
    prepared: add(prepared, added, new Set([latAt, lonAt])),
    issues: accuracyAt === undefined ? [] : checkAccuracy(prepared, accuracyAt, (cell) => Number(cell)),
    said: isChosen ? [`of several positions "${base}" was taken`] : [],
  };
}

function checkAccuracy({ grid }: PreparedGrid, at: number, metres: (cell: string) => number): Issue[] {
  return grid.rows.flatMap((row, number) => {
    const accuracy = metres(row[at] ?? '');
    if (!(accuracy > LEAST_ACCURATE)) return [];
    const message = `The position can be ${Math.round(accuracy)} m off.`;
    return [raise('import-accuracy', grid.placeOf(number, at), { message })];
  });
}

/** A column whose every filled cell holds a latitude and a longitude. */
function fromOneCell(prepared: PreparedGrid): Merged {
  const { grid, names } = prepared;
  const at = names.findIndex((known, column) => {
    const cells = grid.rows.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell));
    const isNamed = /position|location|gps|geopoint|geometry|coordinates|koordinat/i.test(lastName(known));
    if (cells.length === 0 || known.length === 0) return false;
    return isNamed
      ? cells.some((cell) => readPosition(cell) !== undefined)
      : cells.every(
          (cell) => /[.,°º]\d*/.test(cell) && /\d\D+\d/.test(cell) && readPosition(cell) !== undefined,
        );
  });
  if (at < 0) return { prepared, issues: [], said: [] };
  const positions = grid.rows.map((row) => readPosition(row[at] ?? ''));
  const unread = grid.rows.flatMap((row, number) =>
    isMissing(row[at] ?? '') || positions[number] !== undefined
      ? []
      : [
          raise('import-coordinate', grid.placeOf(number, at), {
            message: 'The cell holds no position.',
            value: row[at],
          }),
        ],
  );
  const part = (of: 'lat' | 'lon') =>
    positions.map((position) => (position === undefined ? '' : degreesText(position[of])));
  return {
    prepared: add(prepared, [
      { header: 'lat', cells: part('lat'), from: at },
      { header: 'lon', cells: part('lon'), from: at },
    ]),
    issues: [...unread, ...checkAccuracy(prepared, at, (cell) => readPosition(cell)?.accuracy ?? 0)],
    said: [`lat and lon read from the one column "${grid.columns[at] ?? ''}"`],
  };
}

const AFTER_RANGE = /peak|busi/i;

/** Columns that hold ranges, such as 4–9 or 1,234 (900–1,600): taken apart into min, max and the usual figure. */
export function splitRanges(prepared: PreparedGrid): Merged {
  const { grid, names } = prepared;
  const added: AddedColumn[] = [];
  const replaced = new Set<number>();
  const said: string[] = [];
  const has = (name: string) =>
    names.some((known, at) => !replaced.has(at) && known.some((one) => foldColumn(one) === name)) ||
    added.some(({ header }) => header === name);
  names.forEach((known, at) => {
    const cells = grid.rows.map((row) => row[at] ?? '');
    const filled = cells.filter((cell) => !isMissing(cell));
    const printed = cells.map(readPrinted);
    const ranges = printed.filter((cell) => cell !== undefined).length;
    if (ranges === 0 || ranges * 2 < filled.length || !filled.every((cell) => /^[\d\p{Nd}]/u.test(cell)))
      return;
    if (/hours|time|date|age|orari|vreme/i.test(lastName(known))) return;
    const prefix = AFTER_RANGE.test(lastName(known)) ? 'peak_' : '';
    if (has(`${prefix}max`) || (has(`${prefix}min`) && foldColumn(lastName(known)) !== `${prefix}min`))
      return;
    replaced.add(at);
    const plain = plainFigures(cells, printed);
    added.push(
      { header: `${prefix}min`, cells: plain.map(({ low }) => low), from: at },
      { header: `${prefix}max`, cells: plain.map(({ high }) => high), from: at },
    );
    if (prefix === '' && printed.some((cell) => cell?.estimate !== undefined) && !has('usual')) {
      added.push({ header: 'usual', cells: plain.map(({ estimate }) => estimate), from: at });
    }
    said.push(`"${grid.columns[at] ?? ''}" holds ranges and was taken apart`);
  });
  return { prepared: add(prepared, added, replaced), issues: [], said };
}

/** The figures of a column of ranges as plain digits, all read in the one style the column is written in. */
function plainFigures(
  cells: readonly string[],
  printed: readonly (PrintedCell | undefined)[],
): { readonly low: string; readonly high: string; readonly estimate: string }[] {
  const figures = printed.flatMap((cell) => [cell?.estimate, cell?.low, cell?.high]);
  const style = decideStyle(
    figures.filter((figure) => figure !== undefined),
    { whole: true },
  );
  const plain = (figure: string) =>
    'style' in style ? (plainNumber(figure, style.style) ?? figure) : figure;
  return printed.map((cell, at) => {
    const single = isMissing(cells[at] ?? '') ? '' : (cells[at] ?? '');
    return {
      low: plain(cell?.low ?? single),
      high: plain(cell?.high ?? single),
      estimate: plain(cell?.estimate ?? ''),
    };
  });
}

/** The headers that are labels of questions, under the names of the questions; only where the form was given. */
export function nameLabels(prepared: PreparedGrid, form: FormKnowledge): PreparedGrid {
  if (form.questions.size === 0) return prepared;
  const byLabel = new Map<string, string | undefined>();
  for (const { name, labels } of form.questions.values()) {
    for (const label of labels)
      byLabel.set(label, byLabel.has(label) && byLabel.get(label) !== name ? undefined : name);
  }
  return {
    ...prepared,
    names: prepared.names.map((names) => {
      const known = names.map((name) => byLabel.get(name)).filter((name) => name !== undefined);
      return known.length === 0 || names.some((name) => form.questions.has(name))
        ? names
        : [...names, ...known];
    }),
  };
}

/** Several answers in one cell: their names where each is known, else why they cannot be told apart. */
export function separateAnswers(
  cell: string,
  form: FormKnowledge,
  list: string | undefined,
): readonly string[] | undefined {
  const choices = list === undefined ? [] : (form.lists.get(list) ?? []);
  const words = cell.split(/[\s,;|]+/).filter((word) => word !== '');
  if (choices.length === 0) return readDayNames(cell);
  const found = words.map((word) => findChoice(choices, word)?.name);
  return found.every((name) => name !== undefined) ? found : undefined;
}
