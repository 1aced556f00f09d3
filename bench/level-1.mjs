// How far the level 1 corrections are off in invented towns where every spot was counted and most are then hidden.
// usage: node bench/level-1.mjs [towns]   (after `npm run build`)
import { estimate } from '../dist/estimate/estimate.js';
import { STANDARD_SETTINGS } from '../dist/study/settings.js';
import { makeTown } from '../dist/simulate/town.js';
import { ORDINARY_TOWN } from '../dist/simulate/town-settings.js';
import { makeRandom } from '../dist/stats/random.js';

const towns = Number(process.argv[2] ?? 200);
const VARIANTS = ['none', 'overall', 'typology', 'municipality', 'pooled'];
const informant = (informant_type, bias, spread) => ({ informant_type, bias, spread, half_width: 0.25 });

/** Scenes by name: the kinds of informant, and how much more is said of a kind of spot or in a municipality. */
const SCENES = {
  'all informants alike': { informants: [informant('taxi driver', 1.2, 0.4), informant('vendor', 1.2, 0.4)] },
  'ordinary town': { informants: ORDINARY_TOWN.informants },
  'informants differ': {
    informants: [
      informant('taxi driver', 2, 0.4),
      informant('vendor', 1, 0.4),
      informant('bar worker', 0.6, 0.25),
    ],
  },
  'informants differ, one a spot': {
    reports: 1,
    informants: [
      informant('taxi driver', 2, 0.4),
      informant('vendor', 1, 0.4),
      informant('bar worker', 0.6, 0.25),
    ],
  },
  'typologies differ': { informants: ORDINARY_TOWN.informants, typology: { street: 1.6, bar: 1, home: 0.7 } },
  'municipalities differ': {
    informants: ORDINARY_TOWN.informants,
    municipality: { Harbour: 1.5, Hill: 1, Plain: 0.7 },
  },
  'all three differ': {
    informants: [
      informant('taxi driver', 2, 0.4),
      informant('vendor', 1, 0.4),
      informant('bar worker', 0.6, 0.25),
    ],
    typology: { street: 1.4, bar: 1, home: 0.8 },
    municipality: { Harbour: 1.3, Hill: 1, Plain: 0.8 },
  },
};

/** The town as a study in which a random share of spots was validated, and the persons found had all been. */
function rehearse(scene, seed, share) {
  const town = makeTown({
    ...ORDINARY_TOWN,
    seed,
    populations: ORDINARY_TOWN.populations.slice(0, 1),
    informants: scene.informants,
    reports_per_spot: scene.reports ?? 3,
    share_level_2: 1,
  });
  const round = town.rounds[0];
  const random = makeRandom(seed).fork('visits');
  const geo = round.spots.filter((spot) => spot.mode === 'geo');
  const visited = new Set(
    random.shuffle(geo.map((spot) => spot.spot_id)).slice(0, Math.round(share * geo.length)),
  );
  const more = new Map(
    geo.map((s) => [
      s.spot_id,
      (scene.typology?.[s.typology] ?? 1) * (scene.municipality?.[s.municipality] ?? 1),
    ]),
  );
  const said = (value, spot) => Math.round(value * (more.get(spot) ?? 1));
  const reports = round.reports.map((row, at) => ({
    ...row,
    level: '1',
    line: at + 2,
    min: said(row.min, row.spot_id),
    max: said(row.max, row.spot_id),
  }));
  const spots = geo.map(({ spot_id, population, municipality, typology, usual }, at) => ({
    line: at + 2,
    spot_id,
    population,
    municipality,
    typology,
    ...(visited.has(spot_id) ? { level: '2', usual } : { level: '1' }),
  }));
  const study = {
    settings: STANDARD_SETTINGS,
    spots,
    reports,
    attendance: [],
    places: [],
    workers: [],
    sites: [],
  };
  return {
    study: { ...study, published: [], boundaries: [], files: {} },
    found: new Map(geo.map((spot) => [spot.spot_id, spot.usual])),
  };
}

const total = (values) => values.reduce((sum, value) => sum + value, 0);
const rmse = (errors) => Math.sqrt(total(errors.map((error) => error * error)) / errors.length);

for (const share of [0.15, 0.3, 0.6]) {
  for (const [name, scene] of Object.entries(SCENES)) {
    const errors = Object.fromEntries(VARIANTS.map((use) => [use, { nation: [], area: [], spot: [] }]));
    for (let seed = 1; seed <= towns; seed += 1) {
      const { study, found } = rehearse(scene, seed, share);
      const truth = total([...found.values()]);
      for (const use of VARIANTS) {
        const { estimates } = estimate({
          ...study,
          settings: { ...study.settings, method: { level_1: { use } } },
        });
        const off = (figures) =>
          total(figures.map(({ spot, at }) => at.estimate - (found.get(spot.spot_id) ?? 0)));
        errors[use].nation.push(off(estimates.spots) / truth);
        for (const place of ['Harbour', 'Hill', 'Plain']) {
          const own = estimates.spots.filter(({ spot }) => spot.municipality === place);
          errors[use].area.push(off(own) / total(own.map(({ spot }) => found.get(spot.spot_id) ?? 0)));
        }
        const waiting = estimates.spots.filter((figure) => figure.level === '1');
        errors[use].spot.push(rmse(waiting.map((figure) => off([figure]))));
      }
    }
    const figures = VARIANTS.map((use) => {
      const { nation, area, spot } = errors[use];
      return `${use} ${[rmse(nation), rmse(area)].map((e) => (100 * e).toFixed(1)).join(' ')} ${rmse(spot).toFixed(2)}`;
    });
    process.stdout.write(`${Math.round(100 * share)}% visited, ${name}: ${figures.join(' | ')}\n`);
  }
}
