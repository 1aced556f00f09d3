import type { SpotFigure } from '../../model/estimate.js';
import type { Report } from '../../model/study.js';
import { aliasTable, drawAlias } from '../../stats/alias-table.js';
import type { Random } from '../../stats/random.js';
import type { Account } from '../account.js';
import type { SettlingRule } from '../spot-figures.js';
import { acceleratedInterval, type Interval } from './interval.js';

/** Informants of a spot up to which every way to redraw them is listed; with more, that many ways are drawn. */
const MOST_LISTED = 6;
const WAYS_DRAWN = 400;

/** What redrawing the informants of one spot can give: persons relative to the settled figure, and how likely. */
interface Outcomes {
  readonly persons: number;
  readonly ratios: readonly number[];
  readonly chances: readonly number[];
}

export interface InformantBootstrap {
  readonly reports: readonly Report[];
  readonly rule: SettlingRule;
  readonly random: Random;
  readonly level: number;
  readonly replicates: number;
}

/** The interval, its estimate, and how many spots had informants to redraw. */
export interface InformantInterval extends Interval {
  readonly estimate: number;
  readonly spots: number;
}

/**
 * Bootstrap interval (BCa) of the total of the figures, in persons, by redrawing the informants within each spot that
 * two or more informants reported, and settling the spot again by the study's own rule; undefined where no spot has
 * two. For up to six informants every redraw is listed with its exact chance, so the spread within a spot is exact.
 *
 * Source: Efron 1979, doi:10.1214/aos/1176344552. Misleads when informants of a spot repeat each other (too narrow),
 * and for spots with one informant, whose error it cannot see: they stay fixed.
 */
export function bootstrapInformants(
  figures: readonly SpotFigure[],
  settings: InformantBootstrap,
): InformantInterval | undefined {
  const { random, replicates, level } = settings;
  const estimate = figures.reduce((sum, figure) => sum + figure.total.estimate, 0);
  const outcomes = figures.flatMap((figure) => outcomesOf(figure, settings) ?? []);
  if (outcomes.length === 0) return undefined;
  const fixed = estimate - outcomes.reduce((sum, spot) => sum + spot.persons, 0);
  const totals = new Float64Array(Math.floor(replicates)).fill(fixed);
  for (const { persons, ratios, chances } of outcomes) {
    const table = aliasTable(chances);
    for (let at = 0; at < totals.length; at += 1) {
      totals[at] = (totals[at] ?? 0) + persons * (ratios[drawAlias(table, random)] ?? 1);
    }
  }
  return { estimate, spots: outcomes.length, ...acceleratedInterval(totals, estimate, level) };
}

function outcomesOf(figure: SpotFigure, { reports, rule, random }: InformantBootstrap): Outcomes | undefined {
  const lines = new Set(figure.evidence.map(({ line }) => line));
  const accounts = reports
    .filter(
      (report) =>
        report.spot_id === figure.spot.spot_id && report.level === figure.level && lines.has(report.line),
    )
    .map(({ min, max, informant_type: source }): Account => ({ min, max, source }));
  const settled = rule.settle(accounts, rule.join)?.estimate ?? 0;
  if (accounts.length < 2 || settled <= 0) return undefined;
  const ways =
    accounts.length <= MOST_LISTED
      ? listRedraws(accounts.length)
      : drawRedraws(accounts.length, random.fork(figure.spot.spot_id));
  const ratios = ways.map(({ picked }) => {
    const drawn = picked.flatMap((at) => accounts[at] ?? []);
    return (rule.settle(drawn, rule.join)?.estimate ?? settled) / settled;
  });
  return { persons: figure.total.estimate, ratios, chances: ways.map(({ chance }) => chance) };
}

interface Redraw {
  readonly picked: readonly number[];
  readonly chance: number;
}

/** Every multiset of n out of n with its multinomial chance n! / (Πkᵢ!) / nⁿ. */
export function listRedraws(size: number): Redraw[] {
  const ways: Redraw[] = [];
  const place = (next: number, picked: readonly number[], chance: number): void => {
    const left = size - picked.length;
    if (next === size - 1 || left === 0) {
      ways.push({ picked: [...picked, ...Array<number>(left).fill(next)], chance: chance / factorial(left) });
      return;
    }
    for (let times = 0; times <= left; times += 1) {
      place(next + 1, [...picked, ...Array<number>(times).fill(next)], chance / factorial(times));
    }
  };
  let scale = factorial(size);
  for (let at = 0; at < size; at += 1) scale /= size;
  place(0, [], scale);
  return ways;
}

function drawRedraws(size: number, random: Random): Redraw[] {
  return Array.from({ length: WAYS_DRAWN }, () => ({
    picked: Array.from({ length: size }, () => random.integer(size)),
    chance: 1 / WAYS_DRAWN,
  }));
}

function factorial(count: number): number {
  let product = 1;
  for (let at = 2; at <= count; at += 1) product *= at;
  return product;
}
