// How far the level 1 corrections are off in invented towns where every spot was counted and most are then hidden.
// Then how far the pooled total is off after further visits: as validate_next advises, the largest first, or by chance.
// usage: node bench/level-1.mjs [towns] [advice]   (after `npm run build`; with advice, the second part alone)
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

/** The town as a study of a team that went to the spots given; the persons found are known of all. */
function townOf(scene, seed) {
  const town = makeTown({
    ...ORDINARY_TOWN,
    seed,
    populations: ORDINARY_TOWN.populations.slice(0, 1),
    informants: scene.informants,
    reports_per_spot: scene.reports ?? 3,
    share_level_2: 1,
  });
  const round = town.rounds[0];
  const geo = round.spots.filter((spot) => spot.mode === 'geo');
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
  const study = {
    reports,
    attendance: [],
    places: [],
    workers: [],
    sites: [],
    published: [],
    boundaries: [],
    files: {},
  };
  return {
    order: makeRandom(seed)
      .fork('visits')
      .shuffle(geo.map((spot) => spot.spot_id)),
    found: new Map(geo.map((spot) => [spot.spot_id, spot.usual])),
    estimateAfter: (visited, use) => {
      const spots = geo.map(({ spot_id, population, municipality, typology, usual }, at) => ({
        line: at + 2,
        spot_id,
        population,
        municipality,
        typology,
        ...(visited.has(spot_id) ? { level: '2', usual } : { level: '1' }),
      }));
      return estimate({ ...study, spots, settings: { ...STANDARD_SETTINGS, method: { level_1: { use } } } })
        .estimates;
    },
  };
}

const total = (values) => values.reduce((sum, value) => sum + value, 0);
const rmse = (errors) => Math.sqrt(total(errors.map((error) => error * error)) / errors.length);

if (process.argv[3] !== 'advice') compareVariants();
compareAdvice();

function compareVariants() {
  for (const share of [0.15, 0.3, 0.6]) {
    for (const [name, scene] of Object.entries(SCENES)) {
      const errors = Object.fromEntries(VARIANTS.map((use) => [use, { nation: [], area: [], spot: [] }]));
      for (let seed = 1; seed <= towns; seed += 1) addErrors(errors, townOf(scene, seed), share);
      const figures = VARIANTS.map((use) => {
        const { nation, area, spot } = errors[use];
        return `${use} ${[rmse(nation), rmse(area)].map((e) => (100 * e).toFixed(1)).join(' ')} ${rmse(spot).toFixed(2)}`;
      });
      process.stdout.write(`${Math.round(100 * share)}% visited, ${name}: ${figures.join(' | ')}\n`);
    }
  }
}

function addErrors(errors, { order, found, estimateAfter }, share) {
  const visited = new Set(order.slice(0, Math.round(share * order.length)));
  const truth = (figures) => total(figures.map(({ spot }) => found.get(spot.spot_id) ?? 0));
  const off = (figures) => total(figures.map(({ at }) => at.estimate)) - truth(figures);
  for (const use of VARIANTS) {
    const { spots } = estimateAfter(visited, use);
    errors[use].nation.push(off(spots) / truth(spots));
    for (const place of ['Harbour', 'Hill', 'Plain']) {
      const own = spots.filter(({ spot }) => spot.municipality === place);
      errors[use].area.push(off(own) / truth(own));
    }
    const waiting = spots.filter((figure) => figure.level === '1');
    errors[use].spot.push(rmse(waiting.map((figure) => off([figure]))));
  }
}

/** 27 of 90 spots visited at random, then further visits. */
function compareAdvice() {
  for (const name of ['ordinary town', 'informants differ, one a spot', 'all three differ']) {
    const rules = ['advised', 'largest', 'chance'];
    const errors = Object.fromEntries([0, 5, 10, 20].map((visits) => [visits, rules.map(() => [])]));
    const stated = [];
    for (let seed = 1; seed <= towns; seed += 1) {
      const { order, found, estimateAfter } = townOf(SCENES[name], seed);
      const first = order.slice(0, 27);
      const truth = total([...found.values()]);
      const now = estimateAfter(new Set(first), 'pooled');
      const bySize = [...now.validateNext].sort((a, b) => b.said - a.said);
      const orders = [
        now.validateNext.map((row) => row.spotId),
        bySize.map((row) => row.spotId),
        order.slice(27),
      ];
      for (const [visits, of] of Object.entries(errors)) {
        for (const [at, next] of orders.entries()) {
          const { national } = estimateAfter(new Set([...first, ...next.slice(0, Number(visits))]), 'pooled');
          of[at].push((national[0].estimate - truth) / truth);
        }
      }
      stated.push(now.validateNext[0].totalError / truth);
    }
    const lines = Object.entries(errors).map(
      ([visits, of]) =>
        `${visits} visits ${of.map((each, at) => `${rules[at]} ${(100 * rmse(each)).toFixed(1)}`).join(', ')}`,
    );
    process.stdout.write(`${name}: stated ${(100 * rmse(stated)).toFixed(1)}; ${lines.join(' | ')}\n`);
  }
}
