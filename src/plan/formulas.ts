/** Weeks in a mean month: 30.4375 days over 7. */
export const WEEKS_PER_MONTH = 4.348;
/** Days in a mean month, as the needle formulas take it. */
export const DAYS_PER_MONTH = 30.44;

const whole = (value: number) => Math.max(0, Math.ceil(value - 1e-9));

/**
 * F1: outreach workers that serve the target share of a population, ⌈c·N/R⌉. N in persons, R persons a worker. It
 * is taken per population, never on the total. Source: SWIT (WHO et al. 2013), chapter 3; Blanchard et al. 2008,
 * doi:10.1136/sti.2008.033167. It misleads in thin areas, where travel and not people fills the day.
 */
export function workersNeeded(people: number, ratio: number, coverage = 1): number {
  return whole((coverage * people) / ratio);
}

/** F2: supervisors for a number of workers, ⌈W/s⌉. Source: SWIT (WHO et al. 2013), chapter 3: 5 to 20 workers each. */
export function supervisorsNeeded(workers: number, workersPerSupervisor: number): number {
  return whole(workers / workersPerSupervisor);
}

/** F3: one-to-one contacts in four weeks, c·N·f, not rounded. Source: SWIT (WHO et al. 2013), chapter 3, for f = 1. */
export function contactsPerMonth(people: number, frequency: number, coverage = 1): number {
  return coverage * people * frequency;
}

/** What F4 takes: a worker's time and how fast contacts are made. */
export interface WorkingTime {
  readonly days: number;
  readonly hours: number;
  readonly contactsPerHour: number;
  readonly productiveShare: number;
}

/**
 * F4: contacts one worker can make in four weeks, days × hours × contacts an hour × productive share (20 × 4 × 3 × 0.8
 * = 192). A judgement: nobody has measured it; travel is not in it.
 */
export function contactCapacity(time: WorkingTime): number {
  return time.days * time.hours * time.contactsPerHour * time.productiveShare;
}

/**
 * F6: different people met at least once by several visits, N·(1 − Π(1 − aᵥ)), aᵥ the share present and met at visit v.
 * It supposes that each visit meets people at random; where the same few are always there, it promises too much.
 */
export function reachedBy(people: number, metShares: readonly number[]): number {
  return people * (1 - metShares.reduce((missed, share) => missed * (1 - share), 1));
}

/**
 * F7: condoms a person needs in a month beyond what they get elsewhere, max(0, acts a week × 4.348 × (1 + b) − other).
 * Source: the condom gap analysis of the Avahan micro-planning handbook (its form was not read); b is a judgement.
 */
export function condomsPerMonth(actsPerWeek: number, buffer: number, otherSupply = 0): number {
  return Math.max(0, actsPerWeek * WEEKS_PER_MONTH * (1 + buffer) - otherSupply);
}

/** F8: lubricant sachets a person needs in a month: acts × sachets a condom, with buffer, less what they get elsewhere. */
export function lubricantPerMonth(
  actsPerWeek: number,
  sachetsPerCondom: number,
  supply: { readonly buffer: number; readonly otherSupply: number },
): number {
  return condomsPerMonth(actsPerWeek * sachetsPerCondom, supply.buffer, supply.otherSupply);
}

/**
 * F9: needles and syringes a person who injects needs in a month: max(injections a day × 30.44 − other, floor a year /
 * 12); a floor of 200 is 16.7, of 300 is 25.0. Source: WHO, UNODC and UNAIDS 2012 target-setting guide.
 */
export function needlesPerMonth(injectionsPerDay: number, floorPerYear: number, otherSupply = 0): number {
  return Math.max(0, injectionsPerDay * DAYS_PER_MONTH - otherSupply, floorPerYear / 12);
}

/**
 * F10: the class of needles distributed a person a year: low under 100, medium under 200, high from 200. Source: WHO,
 * UNODC and UNAIDS 2012 target-setting guide.
 */
export function needleCoverage(needlesPerYear: number): 'low' | 'medium' | 'high' {
  if (needlesPerYear < 100) return 'low';
  return needlesPerYear < 200 ? 'medium' : 'high';
}

/** F11: safety boxes for that many needles, one for every 100. A judgement. */
export function sharpsBoxes(needles: number): number {
  return whole(needles / 100);
}

/** What F12 takes besides people. */
export interface TestingPolicy {
  readonly knownPositiveShare: number;
  readonly testsPerYear: number;
  readonly acceptance: number;
}

/** F12: HIV tests done in a month, N not known positive × tests a year / 12 × acceptance. Source: WHO 2019 testing guidelines for the frequency. */
export function testsPerMonth(people: number, policy: TestingPolicy): number {
  return (people * (1 - policy.knownPositiveShare) * policy.testsPerYear * policy.acceptance) / 12;
}

/** Treatment refills handed out in a month: people on treatment over the months one refill lasts. */
export function refillsPerMonth(people: number, knownPositiveShare: number, refillMonths: number): number {
  return (people * knownPositiveShare) / refillMonths;
}

/** F15: drop-in centres, ⌈ΣN/D⌉; Karnataka had one for 288 people (Blanchard et al. 2008, doi:10.1136/sti.2008.033167). */
export function dropInCentresNeeded(people: number, peoplePerCentre: number): number {
  return whole(people / peoplePerCentre);
}
