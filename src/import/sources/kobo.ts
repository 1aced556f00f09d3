import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { joinGrids, keepRows, type Grid } from '../grid.js';
import type { FormKnowledge, Knowledge } from '../knowledge.js';
import type { Opened } from '../opened.js';
import { cellUnder, columnAt, countHeaders, gridsOf, named, type Source } from '../source.js';

/** Columns KoboToolbox adds to every submission. Source: kobotoolbox/formpack, src/formpack/reporting/export.py. */
const ADDED = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  '_index',
];

/** Columns KoboToolbox adds to the rows of a repeat. */
const ADDED_TO_REPEATS = ['_parent_table_name', '_parent_index', '_submission__id', '_submission__uuid'];

/** Columns of the submission that KoboToolbox repeats on the rows of its repeats. */
const FROM_SUBMISSION = ADDED.map((name) => `_submission_${name}`);

const isMain = (grid: Grid) => countHeaders(grid, ADDED) >= 4 && columnAt(grid, '_parent_index') < 0;
const isRepeat = (grid: Grid) => countHeaders(grid, ADDED_TO_REPEATS) >= 3;

export const KOBO: Source = {
  kind: 'kobo',
  title: 'KoboToolbox export',
  recognise: (opened) => {
    const grids = gridsOf(opened);
    const main = grids.find(isMain);
    if (main === undefined) return undefined;
    const found = ADDED.filter((header) => main.columns.includes(header)).join(', ');
    const repeats = grids.filter(isRepeat).length;
    return {
      sure: 'certain',
      why: `it has the columns KoboToolbox adds (${found})${repeats > 0 ? ` and ${repeats} repeat ${repeats === 1 ? 'sheet' : 'sheets'}` : ''}`,
    };
  },
  prepare: (opened, knowledge) => {
    const grids = gridsOf(opened).map(withoutTags);
    const mains = grids.filter(isMain).map((grid) => withoutRejected(grid));
    const joined = joinRepeats(
      grids.filter(isRepeat),
      mains.map(({ grid }) => grid),
    );
    return {
      grids: [...mains.map(({ grid }) => grid), ...joined.grids].map((grid) =>
        named(grid, { separator: /\//g, added: [...ADDED, ...ADDED_TO_REPEATS, ...FROM_SUBMISSION] }),
      ),
      issues: [
        ...mains.flatMap(({ issues }) => issues),
        ...joined.issues,
        ...repeatsMissing(opened, mains[0]?.grid, knowledge),
      ],
    };
  },
};

/** A second header row with HXL tags is no submission. */
function withoutTags(grid: Grid): Grid {
  const [first] = grid.rows;
  const tags = first?.filter((cell) => cell !== '') ?? [];
  return tags.length > 0 && tags.every((cell) => cell.startsWith('#'))
    ? keepRows(grid, (_, at) => at > 0)
    : grid;
}

function withoutRejected(grid: Grid): { readonly grid: Grid; readonly issues: readonly Issue[] } {
  const rejected = grid.rows.flatMap((_, at) =>
    /not[ _]approved/i.test(cellUnder(grid, at, '_validation_status')) ? [at] : [],
  );
  return {
    grid: keepRows(grid, (_, at) => !rejected.includes(at)),
    issues: rejected.map((at) =>
      raise('import-row-left-out', grid.placeOf(at), { message: 'The submission is marked "not approved".' }),
    ),
  };
}

/** The rows of each repeat with the cells of the rows above them, level by level. */
function joinRepeats(
  repeats: readonly Grid[],
  mains: readonly Grid[],
): { readonly grids: readonly Grid[]; readonly issues: readonly Issue[] } {
  const done = new Map<string, Grid>();
  const issues: Issue[] = [];
  const [main] = mains;
  if (main === undefined) return { grids: [], issues };
  let waiting = [...repeats];
  while (waiting.length > 0) {
    const ready = waiting.filter((grid) => parentIn(grid, done, waiting) !== 'later');
    if (ready.length === 0) break;
    for (const grid of ready) {
      const parent = parentIn(grid, done, waiting);
      const above = parent === undefined || parent === 'later' ? main : parent;
      const { grid: whole, orphans } = joinGrids(grid, above, linkBy(grid, above));
      done.set(grid.sheet ?? '', whole);
      issues.push(...sayOrphans(grid, above, orphans));
    }
    waiting = waiting.filter((grid) => !ready.includes(grid));
  }
  return { grids: [...done.values()], issues };
}

/** The repeat this one stands in: joined already, still to be joined ("later"), or none (it stands in the main sheet). */
function parentIn(
  grid: Grid,
  done: ReadonlyMap<string, Grid>,
  waiting: readonly Grid[],
): Grid | 'later' | undefined {
  const name = cellUnder(grid, 0, '_parent_table_name');
  const isCalled = (sheet: string | undefined) =>
    sheet !== undefined &&
    sheet !== '' &&
    (sheet === name || (sheet.length >= 28 && name.startsWith(sheet.slice(0, 28))));
  const joined = [...done].find(([sheet]) => isCalled(sheet))?.[1];
  if (joined !== undefined) return joined;
  return waiting.some((other) => other !== grid && isCalled(other.sheet)) ? 'later' : undefined;
}

/** Row of the parent with the number the repeat names, if both belong to the same submission. */
function linkBy(grid: Grid, parent: Grid): (row: number) => number | undefined {
  const rows = new Map(parent.rows.map((_, at) => [cellUnder(parent, at, '_index'), at]));
  const identity = columnAt(parent, '_submission__uuid') >= 0 ? '_submission__uuid' : '_uuid';
  return (row) => {
    const at = rows.get(cellUnder(grid, row, '_parent_index'));
    if (at === undefined) return undefined;
    const [own, above] = [cellUnder(grid, row, '_submission__uuid'), cellUnder(parent, at, identity)];
    return own === '' || above === '' || own === above ? at : undefined;
  };
}

/** Repeat rows of submissions that were left out go with them; others without a parent are a fault. */
function sayOrphans(grid: Grid, parent: Grid, orphans: readonly number[]): Issue[] {
  return orphans
    .filter((row) => !/not[ _]approved/i.test(cellUnder(grid, row, '_submission__validation_status')))
    .map((row) =>
      raise('import-orphan', grid.placeOf(row), { message: `The row belongs to no row of ${parent.name}.` }),
    );
}

/** A CSV of a form that has repeats holds none of them: KoboToolbox writes the first section only. */
function repeatsMissing(opened: Opened, main: Grid | undefined, { form }: Knowledge): Issue[] {
  if (opened.holds !== 'text table' || main === undefined) return [];
  const names = main.columns.map((header) => header.split('/').at(-1) ?? '');
  const repeats = repeatsOf(names, form);
  const counted = names.filter((name) => /^(.+)_count$/.test(name));
  const isOurs = names.includes('spotwise_form') && names.includes('spots_named');
  if (repeats.length === 0 && !isOurs && counted.length === 0) return [];
  const why =
    repeats.length > 0
      ? `The form has the repeat ${repeats.join(', ')}`
      : `The column ${isOurs ? 'spots_named' : (counted[0] ?? '')} says that the form has a repeat`;
  if (repeats.length === 0 && !isOurs && names.some((name) => /^(min|spot_id|spot)$/.test(name))) return [];
  return [
    raise(
      'import-repeats-missing',
      { file: main.name },
      { message: `${why}, and a KoboToolbox CSV holds no repeats.` },
    ),
  ];
}

/** The repeats of the form that has most of the questions; where two have as many, of the one without repeats. */
function repeatsOf(names: readonly string[], { forms }: FormKnowledge): readonly string[] {
  const ranked = forms
    .map(({ headers, repeats }) => ({ repeats, asked: names.filter((name) => headers.has(name)).length }))
    .sort((a, b) => b.asked - a.asked || a.repeats.length - b.repeats.length);
  return ranked[0]?.repeats ?? [];
}
