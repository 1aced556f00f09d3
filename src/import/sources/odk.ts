import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { joinGrids, keepRows, type Grid } from '../grid.js';
import { cellUnder, columnAt, countHeaders, gridsOf, named, type Source } from '../source.js';

/** Columns ODK Central adds after the answers. Source: getodk/central-backend, lib/data/briefcase.js. */
const ADDED = [
  'KEY',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
];

const isMain = (grid: Grid) => columnAt(grid, 'SubmissionDate') === 0 && countHeaders(grid, ADDED) >= 3;
const isRepeat = (grid: Grid) => columnAt(grid, 'PARENT_KEY') >= 0 && columnAt(grid, 'KEY') >= 0;

export const ODK: Source = {
  kind: 'odk',
  title: 'ODK Central export',
  recognise: (opened) => {
    const grids = gridsOf(opened);
    if (!grids.some(isMain)) return undefined;
    const repeats = grids.filter(isRepeat).length;
    return {
      sure: 'certain',
      why: `SubmissionDate comes first and KEY, SubmitterID … last, as ODK Central writes them${repeats > 0 ? `, with ${repeats} repeat ${repeats === 1 ? 'file' : 'files'}` : ''}`,
    };
  },
  prepare: (opened) => {
    const all = gridsOf(opened);
    const checked = all.filter(isMain).map(withoutUnread);
    const mains = checked.map(({ grid }) => grid);
    const issues = checked.flatMap((main) => main.issues);
    const keysOut = new Set(checked.flatMap(({ keysLeftOut }) => keysLeftOut));
    const joined = joinRepeats(all.filter(isRepeat), mains, keysOut);
    return {
      grids: [...mains, ...joined.grids].map((grid) =>
        named(grid, { separator: /[-/]/g, added: ['SubmissionDate', 'PARENT_KEY', ...ADDED] }),
      ),
      issues: [...issues, ...joined.issues],
    };
  },
};

interface Checked {
  readonly grid: Grid;
  readonly issues: readonly Issue[];
  readonly keysLeftOut: readonly string[];
}

/** Rejected submissions and those that could not be decrypted are left out and said; those with issues are said. */
function withoutUnread(grid: Grid): Checked {
  const issues: Issue[] = [];
  const out = new Set<number>();
  grid.rows.forEach((_, at) => {
    const review = cellUnder(grid, at, 'ReviewState');
    const status = cellUnder(grid, at, 'Status');
    if (/^rejected$/i.test(review)) {
      out.add(at);
      issues.push(
        raise('import-row-left-out', grid.placeOf(at), { message: 'The submission was rejected in review.' }),
      );
    } else if (/decrypt|encrypted/i.test(status)) {
      out.add(at);
      const message = 'The submission is encrypted and was not decrypted: its cells are empty, not zero.';
      issues.push(
        raise('import-row-left-out', grid.placeOf(at), { message, fix: 'Export again with the passphrase.' }),
      );
    } else if (/^hasIssues$/i.test(review)) {
      issues.push(
        raise('import-row-doubtful', grid.placeOf(at), {
          message: 'The review of the submission says that it has issues.',
        }),
      );
    }
  });
  return {
    grid: keepRows(grid, (_, at) => !out.has(at)),
    issues,
    keysLeftOut: [...out].map((at) => cellUnder(grid, at, 'KEY')),
  };
}

/** How many repeats a repeat stands in. */
const depth = (grid: Grid) => cellUnder(grid, 0, 'PARENT_KEY').split('/').length;

/** The rows of each repeat file with the cells of the rows above them: PARENT_KEY leads to KEY, level by level. */
function joinRepeats(
  repeats: readonly Grid[],
  mains: readonly Grid[],
  keysLeftOut: ReadonlySet<string>,
): { readonly grids: readonly Grid[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const done: Grid[] = [];
  for (const repeat of [...repeats].sort((a, b) => depth(a) - depth(b))) {
    const parents = [...mains, ...done];
    const first = cellUnder(repeat, 0, 'PARENT_KEY');
    const above =
      parents.find((grid) => grid.rows.some((_, at) => cellUnder(grid, at, 'KEY') === first)) ?? parents[0];
    if (above === undefined) continue;
    const rows = new Map(above.rows.map((_, at) => [cellUnder(above, at, 'KEY'), at]));
    const { grid, orphans } = joinGrids(repeat, above, (row) =>
      rows.get(cellUnder(repeat, row, 'PARENT_KEY')),
    );
    done.push(grid);
    for (const row of orphans) {
      const root = cellUnder(repeat, row, 'PARENT_KEY').split('/')[0] ?? '';
      if (keysLeftOut.has(root)) continue;
      issues.push(
        raise('import-orphan', repeat.placeOf(row), {
          message: `The row belongs to no submission in ${above.name}.`,
        }),
      );
    }
  }
  return { grids: done, issues };
}
