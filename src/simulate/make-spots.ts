import { aliasTable, drawAlias } from '../stats/alias-table.js';
import { drawNormal } from '../stats/draw-normal.js';
import type { Random } from '../stats/random.js';
import type { PopulationSettings } from './town-settings.js';

/** An invented spot of one population in one municipality. */
export interface SpotPlace {
  readonly spotId: string;
  readonly zone: string;
  readonly typology: string;
  /** How much it draws, relative to other spots. */
  readonly pull: number;
}

/** How many spots to make, with which ids and in how many zones. */
export interface SpotsWanted {
  /** What every id begins with, for example `Harbour-FSW`. */
  readonly prefix: string;
  /** The number of the first one; ids count on from it. */
  readonly first: number;
  readonly spots: number;
  readonly zones: number;
}

/**
 * Returns invented spots with ids such as `Harbour-FSW-001`: zone even, typology by weight, pull log-normal with
 * median 1.
 *
 * Example: with pull_spread 0 every pull is 1.
 */
export function makeSpots(settings: PopulationSettings, wanted: SpotsWanted, random: Random): SpotPlace[] {
  const kinds = aliasTable(settings.typologies.map((kind) => kind.weight));
  return Array.from({ length: wanted.spots }, (_, at) => ({
    spotId: `${wanted.prefix}-${String(wanted.first + at).padStart(3, '0')}`,
    zone: `zone ${1 + random.integer(wanted.zones)}`,
    typology: settings.typologies[drawAlias(kinds, random)]?.typology ?? '',
    pull: Math.exp(settings.pull_spread * drawNormal(random)),
  }));
}
