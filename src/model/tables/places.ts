import { inputTable, type RowOf } from '../columns.js';

export const PLACES = inputTable({
  id: 'places',
  file: 'places.csv',
  rowIs: 'one municipality',
  columns: {
    municipality: {
      kind: 'text',
      required: true,
      aliases: ['area', 'town', 'township', 'county', 'district', 'lga'],
      meaning: 'name of the municipality, as in spots.csv',
    },
    code: { kind: 'id', meaning: 'official code' },
    parent: { kind: 'text', aliases: ['region', 'province', 'state'], meaning: 'area it belongs to' },
    mapped: { kind: 'flag', meaning: 'whether the exercise covered it (empty = yes)' },
    source: { kind: 'text', meaning: 'where the denominators come from' },
    year: { kind: 'text', meaning: 'year the denominators are for' },
  },
});

/** A municipality with its denominators, which are whatever other columns the table has. */
export type PlaceRow = RowOf<typeof PLACES> & { readonly denominators: ReadonlyMap<string, number> };
