import { drawPoisson } from '../stats/draw-poisson.js';
import { makeRandom, type Random } from '../stats/random.js';
import { acceptSettings } from './accept-settings.js';
import { makePeople, type Person } from './make-people.js';
import { makeSpots, type SpotPlace, type SpotsWanted } from './make-spots.js';
import { observeSpots, type Observation, type Scene } from './observe-spots.js';
import type { Town, TownRound, TownSpotRow, TownTruthRow } from './town-rows.js';
import type { MunicipalitySettings, PopulationSettings, TownSettings } from './town-settings.js';
import { visitSpots } from './visit-spots.js';

interface Part {
  readonly truth: TownTruthRow;
  readonly rounds: readonly Observation[];
}

/**
 * Returns an invented town with known truth: the tables a mapping study would bring back, in one or two rounds,
 * and how many people there really are.
 *
 * Every municipality and population has its own random stream, so adding one changes no other. Same settings,
 * same bytes. In a second round people are the same, some spots are gone (listed as defunct) and some are new.
 * A population with anyone online has one web spot per municipality whose count is the number of profiles.
 * Throws EstimationError 'setting-out-of-range'. People do not move between municipalities, answer truly, and
 * choose spots anew each day: real towns are less kind.
 *
 * Example: makeTown(ORDINARY_TOWN).truth[0] is FSW in Harbour: 387 people (9 per 1,000 of 43,000 women).
 */
export function makeTown(settings: TownSettings): Town {
  acceptSettings(settings);
  const random = makeRandom(settings.seed);
  const parts = settings.municipalities.flatMap((place) =>
    settings.populations.map((population) =>
      makePart(settings, { place, population }, random.fork(place.municipality).fork(population.population)),
    ),
  );
  return {
    places: settings.municipalities.map((place) => ({ ...place })),
    rounds: Array.from({ length: settings.rounds }, (_, at) => joinRound(parts, at)),
    truth: parts.map((part) => part.truth),
  };
}

function joinRound(parts: readonly Part[], at: number): TownRound {
  const seen = parts.flatMap((part) => part.rounds.slice(at, at + 1));
  return {
    round: at + 1,
    spots: seen.flatMap((part) => part.spots),
    reports: seen.flatMap((part) => part.reports),
    attendance: seen.flatMap((part) => part.attendance),
  };
}

function makePart(
  settings: TownSettings,
  of: { readonly place: MunicipalitySettings; readonly population: PopulationSettings },
  random: Random,
): Part {
  const { place, population } = of;
  const wanted: SpotsWanted = {
    prefix: `${place.municipality}-${population.population}`,
    first: 1,
    spots: population.spots_per_municipality,
    zones: settings.zones_per_municipality,
  };
  const size = Math.round((place[population.denominator] * population.per_1000) / 1000);
  const people = makePeople(population, { people: size, spots: wanted.spots }, random.fork('people'));
  const truth = truthOf(people, place.municipality, population.population);
  const first = makeSpots(population, wanted, random.fork('spots'));
  const scene = { municipality: place.municipality, population: population.population, people };
  const rounds = [observe({ ...scene, round: 1, spots: first }, settings, random.fork('round 1'))];
  if (settings.rounds === 2) {
    const [alive, gone] = survivors(first, settings.spot_deaths, random.fork('deaths'));
    const born = drawPoisson(random.fork('births'), settings.spot_births * first.length);
    const later = { ...wanted, first: first.length + 1, spots: born };
    const spots = [...alive, ...makeSpots(population, later, random.fork('new spots'))];
    const seen = observe({ ...scene, round: 2, spots }, settings, random.fork('round 2'));
    rounds.push({ ...seen, spots: [...seen.spots, ...gone.map((spot) => defunctRow(spot, scene))] });
  }
  return { truth, rounds: rounds.map((seen) => withWebSpot(seen, truth, wanted.prefix)) };
}

function observe(scene: Omit<Scene, 'week'>, settings: TownSettings, random: Random): Observation {
  const week = visitSpots(scene.people, scene.spots, random.fork('visits'));
  return observeSpots({ ...scene, week }, settings, random.fork('field'));
}

function survivors(
  spots: readonly SpotPlace[],
  deaths: number,
  random: Random,
): [alive: SpotPlace[], gone: SpotPlace[]] {
  const [alive, gone]: [SpotPlace[], SpotPlace[]] = [[], []];
  for (const spot of spots) (random.uniform() < deaths ? gone : alive).push(spot);
  return [alive, gone];
}

function truthOf(people: readonly Person[], municipality: string, population: string): TownTruthRow {
  const attending = people.filter((person) => person.days.length > 0);
  const online = people.filter((person) => person.profiles > 0);
  return {
    municipality,
    population,
    people: people.length,
    attending: attending.length,
    hidden: people.length - attending.length,
    seen_online: online.length,
    online_and_attending: attending.filter((person) => person.profiles > 0).length,
    profiles: online.reduce((sum, person) => sum + person.profiles, 0),
  };
}

function withWebSpot(seen: Observation, truth: TownTruthRow, prefix: string): Observation {
  if (truth.profiles === 0) return seen;
  const { municipality, population, profiles } = truth;
  const place = { spot_id: `${prefix}-web`, population, municipality, zone: '', typology: 'web' };
  const counts = { min: profiles, max: profiles, usual: profiles };
  const row: TownSpotRow = { ...UNKNOWN, ...place, ...counts, mode: 'web', status: 'active', level: 2 };
  return { ...seen, spots: [...seen.spots, row] };
}

function defunctRow(spot: SpotPlace, scene: { municipality: string; population: string }): TownSpotRow {
  const { municipality, population } = scene;
  const place = { spot_id: spot.spotId, population, municipality, zone: spot.zone, typology: spot.typology };
  return { ...UNKNOWN, ...place, mode: 'geo', status: 'defunct', level: 2 };
}

const UNKNOWN = {
  min: undefined,
  max: undefined,
  usual: undefined,
  peak_min: undefined,
  peak_max: undefined,
  weekday: undefined,
  weekend: undefined,
};
