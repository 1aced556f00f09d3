import { gridOf, type Grid } from '../grid.js';
import type { Knowledge } from '../knowledge.js';
import { columnAt, countHeaders, gridsOf, named, type Source } from '../source.js';

/** What an event is, whatever was recorded. Source: DHIS2 developer documentation, tracker CSV (older names: eventDate). */
const OF_THE_EVENT = [
  'event',
  'orgUnit',
  'orgUnitName',
  'occurredAt',
  'eventDate',
  'latitude',
  'longitude',
  'geometry',
];

export const DHIS2_EVENTS: Source = {
  kind: 'dhis2',
  title: 'DHIS2 events',
  recognise: (opened) => {
    const [grid] = gridsOf(opened);
    return grid !== undefined && countHeaders(grid, ['event', 'dataElement', 'value', 'orgUnit']) === 4
      ? { sure: 'certain', why: 'it has event, orgUnit, dataElement and value: one row a data value' }
      : undefined;
  },
  prepare: (opened, knowledge) => ({
    grids: gridsOf(opened).map((grid) => named(pivot(grid, knowledge), {})),
    issues: [],
  }),
};

/** One row an event: what the event is, then a column for each data element under its name where that is known. */
function pivot(grid: Grid, { names }: Knowledge): Grid {
  const at = (header: string) => columnAt(grid, header);
  const shared = OF_THE_EVENT.filter((header) => at(header) >= 0);
  const elements = [...new Set(grid.rows.map((row) => row[at('dataElement')] ?? ''))].filter(
    (id) => id !== '',
  );
  const events = new Map<string, { readonly first: number; readonly rows: number[] }>();
  grid.rows.forEach((row, number) => {
    const event = row[at('event')] ?? '';
    const known = events.get(event);
    if (known === undefined) events.set(event, { first: number, rows: [number] });
    else known.rows.push(number);
  });
  const found = [...events.values()];
  const cells = found.map(({ first, rows }) => {
    const values = new Map(
      rows.map((row) => [grid.rows[row]?.[at('dataElement')], grid.rows[row]?.[at('value')] ?? '']),
    );
    return [
      ...shared.map((header) => {
        const cell = grid.rows[first]?.[at(header)] ?? '';
        return header === 'orgUnit' ? (names.get(cell) ?? cell) : cell;
      }),
      ...elements.map((element) => values.get(element) ?? ''),
    ];
  });
  const columns = [
    ...shared.map(
      (header) =>
        ({ orgUnit: 'municipality', occurredAt: 'event_date', eventDate: 'event_date' })[header] ?? header,
    ),
    ...elements.map((element) => names.get(element) ?? element),
  ];
  const pivoted = gridOf(grid.name, { columns, rows: cells, lines: [] });
  return {
    ...pivoted,
    placeOf: (row, column) => {
      const event = found[row];
      const element = column === undefined ? undefined : elements[column - shared.length];
      const line =
        event?.rows.find((number) => grid.rows[number]?.[at('dataElement')] === element) ?? event?.first ?? 0;
      return grid.placeOf(line, element === undefined ? undefined : at('value'));
    },
  };
}
