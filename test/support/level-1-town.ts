import { makeTown } from '../../src/simulate/town.js';
import type { InformantSettings } from '../../src/simulate/town-settings.js';
import { ORDINARY_TOWN } from '../../src/simulate/town-settings.js';
import { makeRandom } from '../../src/stats/random.js';
import type { StudyTexts } from './study.js';

const kind = (informant_type: string, bias: number, spread: number): InformantSettings => ({
  informant_type,
  bias,
  spread,
  half_width: 0.25,
});

/** Informants who err alike, and informants who do not. */
export const ALIKE = [kind('taxi driver', 1.2, 0.4), kind('vendor', 1.2, 0.4)];
export const UNLIKE = [kind('taxi driver', 2, 0.4), kind('vendor', 1, 0.4), kind('bar worker', 0.6, 0.25)];

/** An invented town where every spot was counted, so that any part of it can be hidden again. */
export interface LevelOneTown {
  /** Spot codes in random order: the first so many are the ones a team went to. */
  readonly order: readonly string[];
  /** Persons at each spot on the usual day. */
  readonly found: ReadonlyMap<string, number>;
  /** The study of a team that went to those spots. */
  readonly after: (visited: ReadonlySet<string>) => StudyTexts;
}

/** One population at 90 spots in three municipalities, and what informants say of them. */
export function levelOneTown(
  seed: number,
  informants: readonly InformantSettings[],
  reportsPerSpot = 1,
): LevelOneTown {
  const [round] = makeTown({
    ...ORDINARY_TOWN,
    seed,
    populations: ORDINARY_TOWN.populations.slice(0, 1),
    informants,
    reports_per_spot: reportsPerSpot,
    share_level_2: 1,
  }).rounds;
  const spots = (round?.spots ?? []).filter((spot) => spot.mode === 'geo');
  const reports = (round?.reports ?? []).map((row) =>
    [row.informant_id, row.informant_type, 1, row.spot_id, row.population, row.min, row.max].join(','),
  );
  const spotRow = (spot: (typeof spots)[number], isVisited: boolean) =>
    [
      spot.spot_id,
      spot.population,
      spot.municipality,
      spot.typology,
      isVisited ? `2,${spot.usual}` : '1,',
    ].join(',');
  return {
    order: makeRandom(seed).shuffle(spots.map((spot) => spot.spot_id)),
    found: new Map(spots.map((spot) => [spot.spot_id, spot.usual ?? 0])),
    after: (visited) => ({
      spots: [
        'spot_id,population,municipality,typology,level,usual',
        ...spots.map((spot) => spotRow(spot, visited.has(spot.spot_id))),
      ].join('\n'),
      reports: ['informant_id,informant_type,level,spot_id,population,min,max', ...reports].join('\n'),
    }),
  };
}

/** Root mean square. */
export function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
