import { inputTable, type RowOf } from '../columns.js';

export const WORKERS = inputTable({
  id: 'workers',
  file: 'workers.csv',
  rowIs: 'one outreach worker',
  columns: {
    worker_id: {
      kind: 'id',
      required: true,
      aliases: ['worker', 'worker_code', 'peer_educator', 'orw'],
      meaning: 'code of the worker, never a name',
    },
    population: {
      kind: 'words',
      required: true,
      aliases: ['kp', 'group'],
      meaning: 'populations the worker belongs to and serves',
    },
    languages: { kind: 'words', meaning: 'languages the worker speaks' },
    municipality: {
      kind: 'text',
      aliases: ['area', 'town', 'township', 'county', 'district', 'lga'],
      meaning: 'where the worker starts from',
    },
    lat: { kind: 'latitude', aliases: ['latitude'], meaning: 'latitude of the base' },
    lon: { kind: 'longitude', aliases: ['longitude', 'lng', 'long'], meaning: 'longitude of the base' },
    max_people: { kind: 'count', meaning: 'most people this worker can serve' },
    days: { kind: 'days', meaning: 'days of the week the worker is available' },
    hours: { kind: 'hours', meaning: 'hours the worker is available' },
    organisation: { kind: 'text', meaning: 'organisation the worker belongs to' },
  },
});

export type WorkerRow = RowOf<typeof WORKERS>;
