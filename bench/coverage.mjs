// How often the person-visit interval covers the truth in the overlap town, and how the estimators fare there.
// usage: node bench/coverage.mjs [towns] [replicates] [scene]   (after `npm run build`)
import { personVisitInterval } from '../dist/estimate/interval/person-visit-interval.js';
import { attendingIn, fieldRows, overlapRatios, overlapTown } from '../dist/simulate/overlap-scenario.js';
import { makeTown } from '../dist/simulate/town.js';
import { makeRandom } from '../dist/stats/random.js';

const [towns = 1000, replicates = 1000] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
const say = (line) => process.stdout.write(`${line}\n`);

/** Scenes by name: what differs from the overlap town. */
const SCENES = {
  base: (settings) => settings,
  'five respondents a spot': (settings) => ({ ...settings, respondents_per_spot: 5 }),
  'one respondent a spot': (settings) => ({ ...settings, respondents_per_spot: 1 }),
  'spots that draw unequally': (settings) => vary(settings, { pull_spread: 0.7 }),
  'a quarter of the people': (settings) => vary(settings, { per_1000: 2.5 }),
  'a quarter of the spots': (settings) => vary(settings, { spots_per_municipality: 30 }),
};

function vary(settings, change) {
  return { ...settings, populations: settings.populations.map((one) => ({ ...one, ...change })) };
}

function cover(town, seed, spots) {
  const truth = attendingIn(town);
  const field = fieldRows(town.rounds[0]);
  const options = { random: makeRandom(seed), settings: { window: 'day', spots, replicates } };
  const { low, high, estimate } = personVisitInterval(field.spots, field.respondents, options);
  return { truth, estimate, width: (high - low) / truth, below: truth < low, above: truth > high };
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sd(values) {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

say(`${towns} towns, ${replicates} replicates each`);
const ratios = Array.from({ length: towns }, (_, seed) => overlapRatios(seed));
for (const name of Object.keys(ratios[0])) {
  const values = ratios.map((each) => each[name]);
  say(`${name.padEnd(20)} ${mean(values).toFixed(4)}  sd ${sd(values).toFixed(4)}`);
}
for (const [name, change] of Object.entries(SCENES)) {
  if (only !== undefined && only !== name) continue;
  for (const spots of ['census', 'sample']) {
    const all = Array.from({ length: towns }, (_, seed) =>
      cover(makeTown(change(overlapTown(seed))), seed, spots),
    );
    const covered = 1 - mean(all.map(({ below, above }) => Number(below || above)));
    const [below, above] = ['below', 'above'].map((side) => mean(all.map((one) => Number(one[side]))));
    const ratio = all.map((one) => one.estimate / one.truth);
    say(
      `${name.padEnd(28)} ${spots} coverage ${covered.toFixed(3)} (truth below ${below.toFixed(3)}, above ` +
        `${above.toFixed(3)}) width ${mean(all.map((one) => one.width)).toFixed(3)} ` +
        `mean ${mean(ratio).toFixed(4)} sd ${sd(ratio).toFixed(4)}`,
    );
  }
}
