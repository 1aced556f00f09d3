import { inputTable, type RowOf } from '../columns.js';

export const TRAVEL = inputTable({
  id: 'travel',
  file: 'travel.csv',
  rowIs: 'the travel time from one place to another',
  columns: {
    from: {
      kind: 'id',
      required: true,
      aliases: ['origin', 'from_id'],
      meaning: 'code of a spot, worker (their base) or site, or name of a municipality',
    },
    to: {
      kind: 'id',
      required: true,
      aliases: ['destination', 'to_id'],
      meaning: 'the same for where the way ends; it holds both ways unless the way back has a row of its own',
    },
    minutes: {
      kind: 'amount',
      required: true,
      aliases: ['time', 'travel_minutes', 'duration'],
      meaning: 'minutes one way, waiting included',
    },
  },
});

export type TravelRow = RowOf<typeof TRAVEL>;
