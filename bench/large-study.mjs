// An invented study of any size, the same for the same seed: spots gather in towns, workers live among them.
import { makeRandom } from '../dist/stats/random.js';

const POPULATIONS = ['FSW', 'MSM', 'PWID', 'TG'];
/** Side of the country in degrees: about 330 km. */
const SIDE = 3;
/** Spread of a town in degrees. */
const SPREAD = 0.06;

/**
 * The files of a study by name. `workers` 0 leaves workers.csv out, so that the plan says how many it takes. With
 * `conflict` spots have security levels, most of them safe.
 */
export function largeStudy({ spots, workers, seed, conflict = false }) {
  const random = makeRandom(seed);
  const towns = Array.from({ length: Math.max(1, Math.round(spots / 150)) }, (_, at) => ({
    name: `Town ${String(at + 1).padStart(3, '0')}`,
    lat: 10 + SIDE * random.uniform(),
    lon: 20 + SIDE * random.uniform(),
    share: 0.2 + random.uniform() ** 2,
  }));
  const draw = townPicker(towns, random);
  return new Map([
    [
      'study.yaml',
      `title: An invented study of ${spots} spots\npopulations:\n${POPULATIONS.map((code) => `  - code: ${code}\n    label: ${code}\n`).join('')}`,
    ],
    [
      'places.csv',
      table(
        ['municipality', 'mapped'],
        towns.map(({ name }) => [name, 'yes']),
      ),
    ],
    ['spots.csv', spotTable(spots, { random, draw, conflict })],
    ...(workers > 0 ? [['workers.csv', workerTable(workers, { random, draw })]] : []),
  ]);
}

function townPicker(towns, random) {
  const all = towns.reduce((sum, { share }) => sum + share, 0);
  return () => {
    let left = all * random.uniform();
    return towns.find(({ share }) => (left -= share) < 0) ?? towns[0];
  };
}

function spotTable(count, { random, draw, conflict }) {
  const columns = [
    'spot_id',
    'population',
    'municipality',
    'mode',
    'lat',
    'lon',
    'level',
    'min',
    'max',
    'hours',
    'risk',
  ];
  const security = conflict ? ['security_level', 'security_checked_on'] : [];
  const rows = Array.from({ length: count }, (_, at) => {
    const town = draw();
    const low = 1 + Math.floor(12 * random.uniform() ** 2);
    const from = 14 + random.integer(6);
    return [
      `S${String(at + 1).padStart(6, '0')}`,
      POPULATIONS[Math.floor(4 * random.uniform() ** 1.5)],
      town.name,
      'geo',
      near(town.lat, random),
      near(town.lon, random),
      2,
      low,
      low + random.integer(10),
      `${from}:00-${from + 4}:00`,
      ['low', 'medium', 'high'][random.integer(3)],
      ...(conflict ? [1 + Math.floor(4 * random.uniform() ** 2), '2026-01-01'] : []),
    ];
  });
  return table([...columns, ...security], rows);
}

function workerTable(count, { random, draw }) {
  const rows = Array.from({ length: count }, (_, at) => {
    const town = draw();
    return [
      `P${String(at + 1).padStart(5, '0')}`,
      POPULATIONS[Math.floor(4 * random.uniform() ** 1.5)],
      town.name,
      near(town.lat, random),
      near(town.lon, random),
      60 + random.integer(31),
    ];
  });
  return table(['worker_id', 'population', 'municipality', 'lat', 'lon', 'max_people'], rows);
}

const near = (middle, random) => (middle + SPREAD * (random.uniform() + random.uniform() - 1)).toFixed(5);

const table = (columns, rows) => `${[columns, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
