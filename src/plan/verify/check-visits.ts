import { levelOf, spotRowOf, type Evidence } from './evidence.js';
import { readTimes } from './stated-rules.js';
import { minutesOf, numberOf, spotKey, textOf, type WrittenRow } from './written.js';
import { kmOnWay, type Whereabouts } from './ways.js';

const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A visit on one time line of minutes from Monday midnight of week 1. */
interface Timed {
  readonly row: WrittenRow;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

function timedVisits(evidence: Evidence): Timed[] {
  return evidence.visits.map((row) => {
    const day = ((numberOf(row, 'week') ?? NaN) - 1) * 7 + WEEK_DAYS.indexOf(textOf(row, 'weekday'));
    const from = minutesOf(row, 'arrive_from');
    const to = minutesOf(row, 'arrive_to') + (textOf(row, 'ends_next_day') === 'yes' ? 1440 : 0);
    return {
      row,
      day,
      start: day * 1440 + from,
      end: day * 1440 + (to === 0 ? 1440 : to),
      code: textOf(row, 'spot_code'),
    };
  });
}

/** True when the time from start to end lies in hours that come again every day. */
function isWithin(
  { day, start, end }: Timed,
  hours: { readonly from: number; readonly to: number },
): boolean {
  return [-1, 0, 1].some((shift) => {
    const midnight = (day + shift) * 1440;
    return start >= midnight + hours.from && end <= midnight + hours.to;
  });
}

/** Every visit is made by the worker of the spot while people are there and the worker (and partner) is on duty. */
export function checkHours(evidence: Evidence): string[] {
  const faults: string[] = [];
  for (const visit of timedVisits(evidence)) {
    const { row, code, start, end } = visit;
    const spot = spotRowOf(evidence, row);
    const planned = evidence.spots.get(spotKey(row));
    if (textOf(row, 'worker_code') !== (planned === undefined ? '' : textOf(planned, 'worker_code'))) {
      faults.push(`${code} is visited by somebody else than its worker`);
    }
    if (!(end - start === numberOf(row, 'minutes') && end > start))
      faults.push(`${code}: minutes and times differ`);
    const hours = spot?.hours ?? readTimes(evidence.rules.text('hours_unknown'));
    if (!isWithin(visit, hours)) faults.push(`${code} is visited outside its hours`);
    for (const member of [textOf(row, 'worker_code'), textOf(row, 'partner_code')]) {
      const worker = evidence.workerRows.get(member);
      if (worker?.hours !== undefined && !isWithin(visit, worker.hours))
        faults.push(`${member} is not on duty`);
      const { days } = worker ?? {};
      const ownNight = worker?.hours !== undefined && worker.hours.to > 1440 ? visit.day - 1 : visit.day;
      const nights = [visit.day, ownNight, nightOf(visit, evidence)];
      const isOn =
        days === undefined || nights.some((day) => days.some((name) => name === WEEK_DAYS[(day + 7) % 7]));
      if (!isOn) faults.push(`${member} does not work on that day`);
    }
  }
  return faults;
}

/** Nobody is at two spots at once, and there is time for the way between them. */
export function checkOverlaps(evidence: Evidence): string[] {
  const faults: string[] = [];
  const byWorker = new Map<string, Timed[]>();
  for (const visit of timedVisits(evidence)) {
    for (const member of [textOf(visit.row, 'worker_code'), textOf(visit.row, 'partner_code')]) {
      if (member !== '') byWorker.set(member, [...(byWorker.get(member) ?? []), visit]);
    }
  }
  for (const [member, visits] of byWorker) {
    visits.sort((a, b) => a.start - b.start);
    for (const [at, visit] of visits.entries()) {
      const before = visits[at - 1];
      if (before === undefined) continue;
      const way = wayBetween(spotRowOf(evidence, before.row), spotRowOf(evidence, visit.row), evidence);
      const least = way === Infinity ? NIGHT_AT_HOME : way;
      if (visit.start - before.end < least - 1e-3) {
        faults.push(`${member} cannot get from ${before.code} to ${visit.code} in time`);
      }
    }
  }
  return faults;
}

/** Minutes between two visits after which they are on different outings, with home between them. */
const NIGHT_AT_HOME = 8 * 60;

/** Minutes from one row of the study to another, checkpoints counted in; Infinity over a closed road. */
const wayBetween = (a: Whereabouts | undefined, b: Whereabouts | undefined, evidence: Evidence) =>
  minutesFor(kmOnWay(evidence, a, b) ?? 0, evidence) +
  evidence.rules.minutesAdded(a?.municipality, b?.municipality);

const minutesFor = (km: number, { rules }: Evidence) =>
  (km * rules.number('road_factor') * 60) / rules.number('speed_km_per_hour');

/** Visits to a spot keep the days between them; at level 3 no two weeks look the same. */
export function checkSpacing(evidence: Evidence): string[] {
  const faults: string[] = [];
  const bySpot = new Map<string, Timed[]>();
  for (const visit of timedVisits(evidence)) {
    bySpot.set(spotKey(visit.row), [...(bySpot.get(spotKey(visit.row)) ?? []), visit]);
  }
  for (const [key, row] of evidence.spots) {
    const visits = (bySpot.get(key) ?? []).sort((a, b) => a.start - b.start);
    const isPlanned = textOf(row, 'status') === 'planned';
    if (isPlanned && (visits.length === 0 || visits.length !== numberOf(row, 'visits_planned'))) {
      faults.push(`${key}: its visits are not those written`);
    }
    if (!isPlanned && visits.length > 0) faults.push(`${key} is visited without being planned`);
    const isWatched = levelOf(spotRowOf(evidence, row), evidence) === 3;
    for (const [at, visit] of visits.entries()) {
      const before = visits[at - 1];
      if (before === undefined) continue;
      const least = evidence.rules.number('days_between_visits');
      if (!(nightOf(visit, evidence) - nightOf(before, evidence) >= least))
        faults.push(`${key}: visits too close`);
      const isSame = visits.some((other) => visit.start - other.start === 7 * 1440);
      if (isWatched && isSame) faults.push(`${key}: the same hour two weeks running`);
    }
  }
  return faults;
}

/** The day a visit's round began: the one before, where the spot's hours run past midnight and the visit is after it. */
function nightOf(visit: Timed, evidence: Evidence): number {
  const { hours } = spotRowOf(evidence, visit.row) ?? {};
  const from = visit.start - visit.day * 1440;
  return hours !== undefined && hours.to > 1440 && from < hours.from ? visit.day - 1 : visit.day;
}

/** Every visit, the way there and the way home with its margin are off every curfew. */
export function checkCurfew(evidence: Evidence): string[] {
  const faults: string[] = [];
  const margin = evidence.rules.number('home_before_curfew');
  for (const visit of timedVisits(evidence)) {
    const spot = spotRowOf(evidence, visit.row);
    const members = [textOf(visit.row, 'worker_code'), textOf(visit.row, 'partner_code')].map((code) =>
      evidence.workerRows.get(code),
    );
    const places = new Set([
      spot?.municipality,
      ...members.map((member) => member?.municipality),
      'everywhere',
    ]);
    const way = Math.max(0, ...members.map((member) => wayBetween(spot, member, evidence)));
    if (way === Infinity) faults.push(`${visit.code}: somebody would have to take a closed road`);
    const written =
      (minutesOf(visit.row, 'check_out_time') - minutesOf(visit.row, 'arrive_to') + 1440) % 1440;
    if (written < way - 1e-3) faults.push(`${visit.code}: the way home is written too short`);
    for (const curfew of evidence.rules.curfews.filter(({ municipality }) => places.has(municipality))) {
      const isHit = [-1, 0, 1].some((shift) => {
        const midnight = (visit.day + shift) * 1440;
        return (
          visit.end + way + margin > midnight + curfew.from + 1e-3 &&
          visit.start - way < midnight + curfew.to - 1e-3
        );
      });
      if (isHit) faults.push(`${visit.code}: ${textOf(visit.row, 'weekday')} runs into the curfew`);
    }
  }
  return faults;
}

/** Two go wherever the level or the night asks for it. */
export function checkPairs(evidence: Evidence): string[] {
  if (!evidence.isConflict) return [];
  const daylight = readTimes(evidence.rules.text('daylight'));
  return timedVisits(evidence)
    .filter((visit) => levelOf(spotRowOf(evidence, visit.row), evidence) >= 3 || !isWithin(visit, daylight))
    .filter(({ row }) => ['', textOf(row, 'worker_code')].includes(textOf(row, 'partner_code')))
    .map(({ code }) => `${code} is visited by one where two must go`);
}

/** No day of a worker is longer, has more stops or a heavier bag than the rules allow; no week more days. */
export function checkDays(evidence: Evidence): string[] {
  const faults: string[] = [];
  const { number } = evidence.rules;
  const outings = new Map<string, Timed[]>();
  const days = new Map<string, Set<number>>();
  for (const visit of timedVisits(evidence).sort((a, b) => a.start - b.start)) {
    const worker = textOf(visit.row, 'worker_code');
    const order = numberOf(visit.row, 'order') ?? 0;
    const day = order > 1 ? visit.day - (outings.has(`${worker}|${visit.day}`) ? 0 : 1) : visit.day;
    const key = `${worker}|${day}`;
    outings.set(key, [...(outings.get(key) ?? []), visit]);
    const week = `${worker}|${Math.floor(day / 7)}`;
    days.set(week, (days.get(week) ?? new Set()).add(day));
  }
  for (const [key, visits] of outings) {
    const minutes = visits.reduce((sum, visit) => sum + visit.end - visit.start, 0);
    if (!(minutes <= number('hours_per_day') * 60)) faults.push(`${key}: ${minutes} minutes on site`);
    if (!(visits.length <= number('stops_per_day'))) faults.push(`${key}: ${visits.length} stops`);
    const bags = visits.some(({ row }) => textOf(row, 'partner_code') !== '') ? 2 : 1;
    for (const item of ['condoms', 'lubricant', 'needles', 'test_kits']) {
      const column =
        item === 'test_kits' && evidence.rules.text('self_tests') === 'yes' ? 'self_tests' : item;
      const pieces = visits.reduce((sum, { row }) => sum + (numberOf(row, column) ?? 0), 0);
      if (!(pieces <= bags * number(`carry_limits.${item}`)))
        faults.push(`${key}: ${pieces} ${item} to carry`);
    }
  }
  for (const [week, of] of days) {
    if (!(of.size <= Math.max(1, Math.floor(number('days_per_month') / 4))))
      faults.push(`${week}: ${of.size} days out`);
  }
  return faults;
}
