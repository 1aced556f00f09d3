// Seeded field tables of any size, for measuring: 25 columns a row as a real study has them.
//   usage: node bench/make-spots.mjs ROWS FOLDER [--reports]
//   FOLDER/spots.csv has ROWS rows, one population at one spot each, with the columns of the input table and others
//   that ride along. With --reports the ROWS are informant reports, about four a spot, and spots.csv lists their spots.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [rows, folder] = [Number(process.argv[2]), process.argv[3]];
if (!(rows > 0) || folder === undefined) {
  process.stderr.write('usage: node bench/make-spots.mjs ROWS FOLDER [--reports]\n');
  process.exit(2);
}
const isReports = process.argv.includes('--reports');
mkdirSync(folder, { recursive: true });

let state = 20_161_031;
const uniform = () => {
  state = (state + 0x9e3779b9) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
};
const below = (count) => Math.floor(uniform() * count);
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const oneOf = (list) => list[below(list.length)];

const POPULATIONS = ['FSW', 'FSW', 'FSW', 'MSM', 'MSM', 'PWID', 'TG'];
const TYPOLOGIES = ['street', 'bar', 'nightclub', 'brothel', 'hotel', 'home', 'massage parlour', 'park'];
const INFORMANTS = ['peer', 'owner', 'security', 'taxi driver', 'vendor'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri sat', 'sat', 'sun'];
const NOTES = ['', '', '', '', '', '', '', 'seen after 22h', 'new spot', '"closed Mondays, reopens Tuesday"'];
const MUNICIPALITIES = Array.from(
  { length: 38 },
  (_, at) => `Municipality ${String(at + 1).padStart(2, '0')}`,
);
const two = (value) => String(value).padStart(2, '0');
const day = () => `2024-${two(1 + below(12))}-${two(1 + below(28))}`;

/** A table written in pieces of 4 MiB. */
function tableTo(name, header) {
  const file = openSync(join(folder, name), 'w');
  let text = `${header}\n`;
  return {
    add(line) {
      text += `${line}\n`;
      if (text.length < 4_194_304) return;
      writeSync(file, text);
      text = '';
    },
    end() {
      writeSync(file, text);
      closeSync(file);
    },
  };
}

function makeSpot(number) {
  const municipality = Math.min(37, Math.floor(uniform() * uniform() * 38));
  const size = Math.max(1, Math.exp(1.8 + 0.9 * normal()));
  return {
    id: `S${1_000_000 + number}`,
    municipality,
    population: oneOf(POPULATIONS),
    typology: oneOf(TYPOLOGIES),
    lat: (-2.8 + Math.floor(municipality / 8) * 0.4 + 0.05 * normal()).toFixed(6),
    lon: (28.2 + (municipality % 8) * 0.375 + 0.05 * normal()).toFixed(6),
    size,
  };
}

function countOf({ size }) {
  const min = Math.round(size * (0.5 + 0.5 * uniform()));
  const max = Math.max(min, Math.round(size * (1 + uniform())));
  return { min, max, usual: Math.round((min + max) / 2) };
}

const SPOT_HEADER =
  'spot_id,population,municipality,typology,lat,lon,min,max,usual,weekday,weekend,peak_days,validated_on,region,municipality_code,zone,team,visit_time,informant_type,informants,other_spots,operational,open_since,round,notes';

function spotRow(spot) {
  const { min, max, usual } = countOf(spot);
  const weekday = uniform() < 0.03 ? '' : Math.round(usual * (0.5 + 0.6 * uniform()));
  const weekend = uniform() < 0.03 ? '' : Math.round(usual * (0.8 + 0.9 * uniform()));
  const own = [min, max, uniform() < 0.5 ? '' : usual, weekday, weekend, oneOf(DAYS), day()];
  return [...identity(spot), ...own, ...around(spot)].join(',');
}

const identity = (spot) => [
  spot.id,
  spot.population,
  MUNICIPALITIES[spot.municipality],
  spot.typology,
  spot.lat,
  spot.lon,
];

const around = (spot) => [
  `Region ${(spot.municipality % 6) + 1}`,
  `M${two(spot.municipality + 1)}`,
  `Z${below(40)}`,
  `T${below(120)}`,
  `${two(below(24))}:${two(below(60))}`,
  oneOf(INFORMANTS),
  1 + below(5),
  below(6),
  uniform() < 0.9 ? 'yes' : 'unsure',
  2000 + below(24),
  '2024',
  oneOf(NOTES),
];

const REPORT_HEADER =
  'informant_id,informant_type,level,spot_id,population,min,max,peak_min,peak_max,reported_on,municipality,typology,region,municipality_code,zone,team,visit_time,usual_said,weekday_said,weekend_said,peak_day,other_spots,operational,round,notes';

function reportRow(spot, number) {
  const { min, max, usual } = countOf(spot);
  const peak = Math.round(max * (1 + 0.5 * uniform()));
  const [region, code, zone, team, time, , , others, operational, , round, notes] = around(spot);
  return [
    `K${number}`,
    oneOf(INFORMANTS),
    uniform() < 0.7 ? 1 : 2,
    spot.id,
    spot.population,
    min,
    max,
    max,
    Math.max(max, peak),
    day(),
    MUNICIPALITIES[spot.municipality],
    spot.typology,
    region,
    code,
    zone,
    team,
    time,
    usual,
    Math.round(usual * 0.9),
    Math.round(usual * 1.2),
    oneOf(DAYS),
    others,
    operational,
    round,
    notes,
  ].join(',');
}

if (isReports) {
  const spots = tableTo('spots.csv', 'spot_id,population,municipality,typology,lat,lon');
  const reports = tableTo('reports.csv', REPORT_HEADER);
  for (let made = 0, number = 0; made < rows;) {
    const open = Array.from({ length: 5000 }, () => ({ spot: makeSpot((number += 1)), left: 2 + below(5) }));
    for (let round = 0; round < 6 && made < rows; round += 1) {
      for (const one of open) {
        if (one.left <= round || made >= rows) continue;
        if (round === 0) spots.add(identity(one.spot).join(','));
        reports.add(reportRow(one.spot, (made += 1)));
      }
    }
  }
  spots.end();
  reports.end();
} else {
  const spots = tableTo('spots.csv', SPOT_HEADER);
  for (let made = 0; made < rows; made += 1) spots.add(spotRow(makeSpot(made)));
  spots.end();
}
