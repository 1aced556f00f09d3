import type { OutputColumn } from '../../model/table.js';
import { formatTime } from '../../model/week.js';
import type { PlannedWorker } from '../microplan.js';

const percent = (share: number) => Math.round(share * 1000) / 10;

/** plan/workers.csv: one row per outreach worker, or per slot to be filled. */
export const WORKER_COLUMNS: readonly OutputColumn<PlannedWorker>[] = [
  { name: 'worker_code', meaning: 'code of the worker', of: ({ worker }) => worker.code },
  { name: 'supervisor_code', meaning: 'who supports the worker', of: ({ supervisor }) => supervisor },
  { name: 'organisation', meaning: 'organisation of the worker', of: ({ worker }) => worker.organisation },
  { name: 'population', meaning: 'populations served', of: ({ worker }) => worker.populations.join(' ') },
  { name: 'languages', meaning: 'languages spoken', of: ({ worker }) => worker.languages.join(' ') },
  {
    name: 'base_area',
    meaning: 'municipality the worker starts from; empty = not known',
    of: ({ worker }) => worker.base?.municipality,
  },
  { name: 'days_available', meaning: 'days of the week', of: ({ worker }) => worker.days.join(' ') },
  {
    name: 'hours_from',
    meaning: 'available from; empty = any time',
    of: ({ worker }) => (worker.hours === undefined ? undefined : formatTime(worker.hours.from)),
  },
  {
    name: 'hours_to',
    meaning: 'available until, the next day where it is before hours_from',
    of: ({ worker }) => (worker.hours === undefined ? undefined : formatTime(worker.hours.to)),
  },
  { name: 'max_people', meaning: 'most people the worker serves', of: ({ worker }) => worker.mostPeople },
  {
    name: 'pair_required',
    meaning: 'whether every visit is made with the partner',
    of: ({ partner }) => (partner === undefined ? 'no' : 'yes'),
  },
  { name: 'assigned_spots', meaning: 'spots, or parts of spots, served', of: ({ spots }) => spots },
  { name: 'assigned_people_point', meaning: 'people served, estimate', of: ({ people }) => people.estimate },
  { name: 'assigned_people_low', meaning: 'people served, low', of: ({ people }) => people.low },
  { name: 'assigned_people_high', meaning: 'people served, high', of: ({ people }) => people.high },
  {
    name: 'load_percent',
    meaning: 'people served over most people, in percent',
    of: ({ people, worker }) => percent(people.estimate / Math.max(1, worker.mostPeople)),
  },
  { name: 'contacts_month_target', meaning: 'contacts in four weeks', of: ({ contacts }) => contacts },
  {
    name: 'travel_km_week',
    meaning: 'kilometres on roads in a week, home included where the base is known',
    of: ({ travelKmPerWeek }) => travelKmPerWeek,
  },
  { name: 'note', meaning: 'what to know of the worker', of: noteOf },
  { name: 'partner_code', meaning: 'who goes along', of: ({ partner }) => partner },
  {
    name: 'visits_week',
    meaning: 'visits in a week, mean of four',
    of: ({ visitsPerWeek }) => visitsPerWeek,
  },
  {
    name: 'exposure_week',
    meaning:
      'minutes at and on the way to spots in a week, times hazard (level 2: 1, level 3: 4), times persons; to compare plans, no risk',
    of: ({ exposurePerWeek }) => exposurePerWeek,
  },
  { name: 'alias_on_print', meaning: 'number on printed sheets', of: ({ worker }) => worker.alias },
];

function noteOf({ worker, spots, partner, isPaid }: PlannedWorker): string | undefined {
  if (!isPaid) return 'the money does not last for this worker';
  if (worker.isSlot) return 'slot: a worker to be found';
  if (spots === 0) return partner === undefined ? 'no spot to serve' : 'goes along as partner';
  return undefined;
}
