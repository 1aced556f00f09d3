import { addDays } from '../../model/calendar.js';
import type { Cell, OutputColumn } from '../../model/table.js';
import { DAYS, formatTime, type Day } from '../../model/week.js';
import type { Microplan, PlannedPart, Visit } from '../microplan.js';
import { dayAfter } from '../schedule/window.js';

/** A visit with the part it goes to and its calendar. */
export interface VisitRow {
  readonly visit: Visit;
  readonly planned: PlannedPart;
  readonly startDate: string | undefined;
  readonly selfTests: boolean;
  /** Where people are sent first. */
  readonly referral: string | undefined;
}

const when = ({ week, day }: Visit) => week * 7 + DAYS.indexOf(day);

/** The visits of a plan in the order they are made: by week, day, worker and order. */
export function visitRows(plan: Microplan): VisitRow[] {
  const referrals = new Map([...plan.referrals].reverse().map((referral) => [referral.part, referral.first]));
  const byId = new Map(plan.parts.map((planned) => [planned.part.id, planned]));
  return [...plan.visits]
    .sort(
      (a, b) => when(a) - when(b) || (a.worker < b.worker ? -1 : a.worker > b.worker ? 1 : a.order - b.order),
    )
    .flatMap((visit) => {
      const planned = byId.get(visit.part);
      if (planned === undefined) return [];
      return [
        {
          visit,
          planned,
          startDate: plan.rules.start_date,
          selfTests: plan.rules.self_tests,
          referral: referrals.get(visit.part),
        },
      ];
    });
}

const items = (name: string, meaning: string): OutputColumn<VisitRow> => ({
  name,
  meaning,
  of: ({ visit }) => visit.items[name],
});

const empty = (name: string, meaning: string): OutputColumn<VisitRow> => ({
  name,
  meaning: `${meaning}; filled in by hand`,
  of: () => undefined,
});

/** plan/visits.csv: one row per visit of four weeks, with the supplies to carry and empty columns for what was done. */
export const VISIT_COLUMNS: readonly OutputColumn<VisitRow>[] = [
  {
    name: 'week',
    meaning: 'week of arrival, 1 to 4; 5 for the end of the last night',
    of: ({ visit }) => visit.week + (DAYS.indexOf(visit.day) + dayNumber(visit.from) >= 7 ? 1 : 0),
  },
  { name: 'date', meaning: 'day of arrival, where the rules give a start_date', of: dateOf },
  { name: 'weekday', meaning: 'day of arrival', of: ({ visit }) => arrivalDay(visit) },
  { name: 'worker_code', meaning: 'who goes', of: ({ visit }) => visit.worker },
  { name: 'partner_code', meaning: 'who goes along', of: ({ visit }) => visit.partner },
  { name: 'order', meaning: 'place of the stop in the day', of: ({ visit }) => visit.order },
  { name: 'spot_code', meaning: 'where to', of: ({ planned }) => planned.part.spot },
  { name: 'arrive_from', meaning: 'the visit starts', of: ({ visit }) => formatTime(visit.from) },
  { name: 'arrive_to', meaning: 'the visit ends', of: ({ visit }) => formatTime(visit.to) },
  {
    name: 'ends_next_day',
    meaning: 'whether arrive_to is on the day after arrive_from',
    of: ({ visit }) => (dayNumber(visit.to - 1) > dayNumber(visit.from) ? 'yes' : 'no'),
  },
  { name: 'minutes', meaning: 'minutes of the visit', of: ({ visit }) => visit.to - visit.from },
  { name: 'people_expected', meaning: 'persons expected on that day', of: ({ visit }) => visit.expected },
  { name: 'target_contacts', meaning: 'one-to-one contacts', of: ({ visit }) => visit.contacts },
  items('condoms', 'condoms to carry'),
  items('lubricant', 'lubricant sachets to carry'),
  items('needles', 'needles and syringes to carry'),
  { name: 'sharps_box', meaning: 'safety boxes to carry', of: ({ visit }) => visit.items['sharps_boxes'] },
  { name: 'test_kits', meaning: 'HIV test kits to carry', of: (row) => testsOf(row, false) },
  { name: 'self_tests', meaning: 'HIV self-tests to hand out', of: (row) => testsOf(row, true) },
  items('arv_refills', 'treatment refills to carry, without a name'),
  { name: 'referral_site', meaning: 'where people are sent first', of: ({ referral }) => referral },
  { name: 'check_in_time', meaning: 'call on arrival', of: ({ visit }) => formatTime(visit.from) },
  {
    name: 'check_out_time',
    meaning: 'call when home, at the latest',
    of: ({ visit }) => formatTime(visit.to + visit.minutesHome),
  },
  { name: 'alternate_weekday', meaning: 'next best day', of: ({ visit }) => visit.alternateDay },
  { name: 'alternate_spot', meaning: 'where to go instead', of: ({ planned }) => planned.alternate },
  { name: 'security_level', meaning: 'level the spot counts as', of: ({ planned }) => planned.part.security },
  { name: 'safety_note', meaning: 'what to mind', of: safetyNote },
  empty('done_contacts', 'contacts made'),
  empty('done_new', 'people met for the first time'),
  empty('done_condoms', 'condoms given'),
  empty('done_needles', 'needles given'),
  empty('done_tests', 'tests done'),
  empty('done_referrals', 'people referred'),
  empty('incident_code', 'code of an incident'),
  { name: 'population', meaning: 'population met', of: ({ planned }) => planned.part.population },
  {
    name: 'part',
    meaning: 'letter of the part where a spot is split',
    of: ({ planned }) => planned.part.letter,
  },
];

const dayNumber = (minutes: number) => Math.floor(minutes / 1440);

/** The calendar day of arrival: a night round may reach a spot after midnight. */
export function arrivalDay(visit: Visit): Day {
  return dayAfter(visit.day, dayNumber(visit.from));
}

function dateOf({ visit, startDate }: VisitRow): string | undefined {
  if (startDate === undefined) return undefined;
  const days = (visit.week - 1) * 7 + DAYS.indexOf(visit.day) + dayNumber(visit.from);
  return addDays(startDate, days);
}

function testsOf({ visit, selfTests }: VisitRow, isSelfTest: boolean): Cell {
  return selfTests === isSelfTest ? visit.items['test_kits'] : undefined;
}

function safetyNote({ visit, planned }: VisitRow): string | undefined {
  const notes = [
    ...(visit.partner === undefined ? [] : ['go in a pair']),
    ...((planned.part.security ?? 0) >= 3 ? ['short visit, safe point agreed before'] : []),
  ];
  return notes.length === 0 ? undefined : notes.join('; ');
}
