import { inputTable } from '../columns.js';

/** Areas with a denominator, some mapped and some not. */
export const AREAS = inputTable({
  id: 'areas',
  file: 'areas.csv',
  rowIs: 'one area',
  columns: {
    municipality: { kind: 'text', required: true, meaning: 'name of the area' },
    denominator: {
      kind: 'amount',
      required: true,
      meaning: 'persons of a named group in the area, such as women 15–49; --denominator names its column',
    },
    estimate: { kind: 'amount', meaning: 'persons mapped; empty = not mapped' },
    stratum: { kind: 'id', meaning: 'kind of area that rates are taken within' },
  },
});
