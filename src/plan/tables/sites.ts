import type { OutputColumn } from '../../model/table.js';
import { formatHours, formatTime } from '../../model/week.js';
import type { PlannedSite } from '../microplan.js';

/** plan/sites.csv: one row per drop-in centre or mobile stop that is open under the plan. Holds no coordinate. */
export const SITE_COLUMNS: readonly OutputColumn<PlannedSite>[] = [
  { name: 'site_code', meaning: 'code of the site', of: ({ code }) => code },
  { name: 'kind', meaning: 'drop_in, mobile, …', of: ({ kind }) => kind },
  {
    name: 'open_days',
    meaning: 'days open; of an existing site its opening times as recorded',
    of: ({ days, openAsRecorded }) => openAsRecorded ?? days.join(' '),
  },
  { name: 'open_from', meaning: 'opens at', of: ({ hours }) => hours && formatTime(hours.from) },
  { name: 'open_to', meaning: 'closes at', of: ({ hours }) => hours && formatTime(hours.to) },
  { name: 'capacity_people', meaning: 'people it has room for', of: ({ capacity }) => capacity },
  { name: 'people_in_catchment', meaning: 'people whose site it is', of: ({ people }) => people },
  {
    name: 'minutes_p50',
    meaning: 'minutes one way half of them need at most',
    of: ({ minutesMiddle }) => minutesMiddle,
  },
  { name: 'minutes_max', meaning: 'minutes of those farthest away', of: ({ minutesMost }) => minutesMost },
  { name: 'populations', meaning: 'populations it serves', of: ({ populations }) => populations.join(' ') },
  {
    name: 'group_hours',
    meaning: 'separate hours of populations that share the site',
    of: ({ groupHours }) =>
      groupHours.map(({ population, hours }) => [population, ...hours.map(formatHours)].join(' ')).join('; '),
  },
  {
    name: 'security_level',
    meaning: 'worst security level of the spots around',
    of: ({ security }) => security,
  },
  {
    name: 'opened_by_plan',
    meaning: 'whether the plan opens it',
    of: ({ isOpenedByPlan }) => (isOpenedByPlan ? 'yes' : 'no'),
  },
  {
    name: 'fixed_by_user',
    meaning: 'whether it stands whatever it costs',
    of: ({ isFixed }) => (isFixed ? 'yes' : 'no'),
  },
  {
    name: 'people_within',
    meaning: 'people of the catchment within the stated minutes',
    of: ({ peopleWithin }) => peopleWithin,
  },
  { name: 'municipality', meaning: 'municipality it stands in', of: ({ place }) => place.municipality },
];
