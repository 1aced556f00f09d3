import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { joinGrids, type Grid } from '../grid.js';
import { cellUnder, columnAt, countHeaders, gridsOf, named, type Source } from '../source.js';

/** Columns CommCare HQ adds. Source: dimagi/commcare-hq, corehq/apps/export/system_properties.py. */
const ADDED = [
  'formid',
  'completed_time',
  'started_time',
  'username',
  'received_on',
  'form_link',
  'hq_user',
  'userID',
];

const isMain = (grid: Grid) => columnAt(grid, 'formid') >= 0 && countHeaders(grid, ADDED) >= 3;
const isRepeat = (grid: Grid) => columnAt(grid, 'number') >= 0 && columnAt(grid, 'number__0') >= 0;

export const COMMCARE: Source = {
  kind: 'commcare',
  title: 'CommCare HQ export',
  recognise: (opened) => {
    const main = gridsOf(opened).find(isMain);
    if (main === undefined) return undefined;
    const found = ADDED.filter((header) => main.columns.includes(header)).join(', ');
    return { sure: 'certain', why: `it has the columns CommCare adds (${found})` };
  },
  prepare: (opened) => {
    const grids = gridsOf(opened);
    const mains = grids.filter(isMain);
    const [main] = mains;
    const issues: Issue[] = [];
    const repeats = grids.filter(isRepeat).flatMap((repeat) => {
      if (main === undefined) return [];
      const rows = new Map(main.rows.map((_, at) => [cellUnder(main, at, 'number'), at]));
      const { grid, orphans } = joinGrids(repeat, main, (row) =>
        rows.get(cellUnder(repeat, row, 'number__0')),
      );
      issues.push(
        ...orphans.map((row) =>
          raise('import-orphan', repeat.placeOf(row), {
            message: `The row belongs to no form in ${main.name}.`,
          }),
        ),
      );
      return [grid];
    });
    return {
      grids: [...mains, ...repeats].map((grid) =>
        named(grid, { separator: /[.|/]\s*/g, added: ['number', ...ADDED] }),
      ),
      issues,
    };
  },
};
