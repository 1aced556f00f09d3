import { keepRows, renamed, type Grid } from '../grid.js';
import { gridsOf, type PreparedGrid, type Source } from '../source.js';
import { isColumnName } from '../vocabulary.js';

/** Rows in which the tags are looked for, as the HXL standard says. */
const DEEPEST_TAGS = 25;

const TAG = /^#\w+(\s*\+\w+)*$/;

/** Columns a tag stands for where its attributes do not name one themselves. */
const BY_TAG: readonly (readonly [tag: RegExp, column: string])[] = [
  [/^#geo\b.*\+lat/, 'lat'],
  [/^#geo\b.*\+lon/, 'lon'],
  [/^#loc\b.*\+(code|id)/, 'spot_id'],
  [/^#loc\b.*\+type/, 'typology'],
  [/^#loc\b.*\+name/, 'spot_id'],
  [/^#adm\d\b.*\+code/, 'code'],
  [/^#adm\d\b(?!.*\+code)/, 'municipality'],
  [/^#status\b/, 'status'],
  [/^#date\b/, 'validated_on'],
  [/^#(affected|population|reached|inneed)\b.*\+min/, 'min'],
  [/^#(affected|population|reached|inneed)\b.*\+max/, 'max'],
  [/^#(affected|population|reached|inneed)\b.*\+type/, 'population'],
];

export const HXL: Source = {
  kind: 'hxl',
  title: 'table with HXL tags',
  recognise: (opened) => {
    const found = gridsOf(opened).find((grid) => tagRow(grid) !== undefined);
    if (found === undefined) return undefined;
    const tags = (tagRow(found)?.tags ?? []).filter((tag) => tag !== '').slice(0, 3);
    return { sure: 'certain', why: `it has a row of HXL tags (${tags.join(', ')} …)` };
  },
  prepare: (opened) => ({ grids: gridsOf(opened).flatMap((grid) => prepareGrid(grid)), issues: [] }),
};

/** The first row whose filled cells are tags; row -1 is the header itself. */
function tagRow(grid: Grid): { readonly at: number; readonly tags: readonly string[] } | undefined {
  const rows = [grid.columns, ...grid.rows.slice(0, DEEPEST_TAGS - 1)];
  const at = rows.findIndex((row) => {
    const filled = row.filter((cell) => cell !== '');
    return filled.length > 1 && filled.every((cell) => TAG.test(cell));
  });
  return at < 0 ? undefined : { at: at - 1, tags: rows[at] ?? [] };
}

/** Tags beat headers; what stands above the tags is left out. */
function prepareGrid(grid: Grid): PreparedGrid[] {
  const found = tagRow(grid);
  if (found === undefined) return [];
  const headers =
    found.at < 0 ? grid.columns : ((found.at === 0 ? grid.columns : grid.rows[found.at - 1]) ?? []);
  const below = keepRows(grid, (_, at) => at > found.at);
  const columns = found.tags.map((tag, at) => (tag === '' ? (headers[at] ?? '') : tag));
  const placed: Grid = {
    ...renamed(below, columns),
    placeOf: (row, column) => ({
      ...below.placeOf(row),
      column: column === undefined ? undefined : (headers[column] ?? columns[column]),
    }),
  };
  return [
    {
      grid: placed,
      names: found.tags.map((tag, at) => [columnOf(tag) ?? headers[at] ?? '']),
      isFreeForm: true,
    },
  ];
}

function columnOf(tag: string): string | undefined {
  const folded = tag.toLowerCase().replaceAll(/\s/g, '');
  const own = folded
    .split('+')
    .slice(1)
    .find((attribute) => attribute.includes('_') && isColumnName(attribute));
  return own ?? BY_TAG.find(([pattern]) => pattern.test(folded))?.[1];
}
