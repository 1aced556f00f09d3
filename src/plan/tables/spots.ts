import type { OutputColumn } from '../../model/table.js';
import { DAYS, formatTime } from '../../model/week.js';
import type { Study } from '../../model/study.js';
import type { PlannedPart } from '../microplan.js';

const MODES = { geo: 'place', phone: 'phone', web: 'online' } as const;

/** plan/spots.csv: one row per population at a spot, or part of one where it is split. No coordinates. */
export function spotColumns(study: Study): readonly OutputColumn<PlannedPart>[] {
  const parents = new Map(study.places.map((place) => [place.municipality, place.parent]));
  const { weekend } = study.settings;
  return [
    { name: 'spot_code', meaning: 'code of the spot', of: ({ part }) => part.spot },
    { name: 'alias_on_print', meaning: 'code on printed sheets', of: ({ part }) => part.alias },
    {
      name: 'admin1',
      meaning: 'area the municipality belongs to',
      of: ({ part }) => parents.get(part.place.municipality ?? ''),
    },
    { name: 'admin2', meaning: 'municipality', of: ({ part }) => part.place.municipality },
    { name: 'population', meaning: 'population', of: ({ part }) => part.population },
    { name: 'spot_type', meaning: 'typology of the spot', of: ({ part }) => part.figure.spot.typology },
    { name: 'operating_mode', meaning: 'place, phone or online', of: ({ part }) => MODES[part.figure.mode] },
    { name: 'est_low', meaning: 'persons met at the spot, low', of: ({ part }) => part.people.low },
    { name: 'est_point', meaning: 'persons met at the spot', of: ({ part }) => part.people.estimate },
    { name: 'est_high', meaning: 'persons met at the spot, high', of: ({ part }) => part.people.high },
    { name: 'est_method', meaning: 'level of the figure', of: ({ part }) => `level ${part.figure.level}` },
    { name: 'est_date', meaning: 'day of validation', of: ({ part }) => part.figure.spot.validated_on },
    { name: 'peak_days', meaning: 'busiest days', of: ({ part }) => part.peakDays.join(' ') },
    { name: 'peak_from', meaning: 'people gather from', of: ({ part }) => formatTime(part.hours.from) },
    { name: 'peak_to', meaning: 'people gather until', of: ({ part }) => formatTime(part.hours.to) },
    {
      name: 'ends_next_day',
      meaning: 'whether peak_to is on the next day',
      of: ({ part }) => (part.hours.to > 1440 ? 'yes' : 'no'),
    },
    {
      name: 'day_factor_weekend',
      meaning: 'persons on a weekend day over persons on another day',
      of: ({ part }) => weekendFactor(part.expected, weekend),
    },
    { name: 'load_class', meaning: 'people expected on the busiest day', of: ({ part }) => part.load },
    { name: 'risk_class', meaning: 'low, medium or high', of: ({ part }) => part.risk },
    { name: 'worker_code', meaning: 'who serves the spot', of: ({ worker }) => worker },
    { name: 'backup_worker_code', meaning: 'who steps in', of: ({ backup }) => backup },
    { name: 'supervisor_code', meaning: 'supervisor of the worker', of: ({ supervisor }) => supervisor },
    {
      name: 'visits_month',
      meaning: 'visits the rules ask for in four weeks',
      of: (row) => planned(row, row.visitsWanted),
    },
    {
      name: 'contacts_month_target',
      meaning: 'contacts in four weeks',
      of: (row) => planned(row, row.contacts),
    },
    {
      name: 'security_level',
      meaning: 'level the spot counts as, after staleness',
      of: ({ part }) => part.security,
    },
    {
      name: 'security_checked_on',
      meaning: 'day of the last security check',
      of: ({ part }) => part.figure.spot.security_checked_on,
    },
    { name: 'alternate_spot_code', meaning: 'where to go instead', of: ({ alternate }) => alternate },
    { name: 'status', meaning: 'planned, hold, virtual or uncovered', of: ({ status }) => status },
    { name: 'reason', meaning: 'why it is not planned', of: ({ gap }) => gap?.reason },
    { name: 'part', meaning: 'letter of the part where a spot is split', of: ({ part }) => part.letter },
    {
      name: 'visits_planned',
      meaning: 'visits that found a time',
      of: (row) => planned(row, row.visitsPlanned),
    },
    { name: 'minutes_visit', meaning: 'minutes of a visit', of: (row) => planned(row, row.minutes) },
    {
      name: 'people_reached_month',
      meaning: 'different people met at least once in four weeks (F6)',
      of: (row) => planned(row, Math.round(row.reached * 10) / 10),
    },
    { name: 'partner_code', meaning: 'who goes along', of: ({ partner }) => partner },
    {
      name: 'hours_known',
      meaning: 'whether the hours are those of the spot or assumed',
      of: ({ part }) => (part.hoursKnown ? 'yes' : 'no'),
    },
  ];
}

const planned = (row: PlannedPart, value: number) => (row.status === 'planned' ? value : undefined);

function weekendFactor(
  expected: PlannedPart['part']['expected'],
  weekend: readonly (typeof DAYS)[number][],
): number | undefined {
  const mean = (days: readonly (typeof DAYS)[number][]) =>
    days.reduce((sum, day) => sum + expected[day], 0) / Math.max(1, days.length);
  const ordinary = mean(DAYS.filter((day) => !weekend.includes(day)));
  return ordinary === 0 ? undefined : Math.round((100 * mean(weekend)) / ordinary) / 100;
}
