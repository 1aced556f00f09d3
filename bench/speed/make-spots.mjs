// A seeded spot table of 25 columns, as large as asked for: one row per spot and population, as a study has them.
import { closeSync, openSync, writeSync } from 'node:fs';
import { makeRandom } from '../../dist/stats/random.js';

const COLUMNS =
  'spot_id population municipality typology mode lat lon status level min max usual weekday weekend peak_min peak_max ' +
  'peak_days hours validated_on security_level landmark team visit source remark';
const POPULATIONS = ['FSW', 'FSW', 'FSW', 'MSM', 'MSM', 'TG', 'PWID'];
const TYPOLOGIES = [
  'street',
  'bar',
  'nightclub',
  'brothel',
  'hotel',
  'home',
  'park',
  'market',
  'transit stop',
];
const REMARKS = [
  '',
  '',
  'seen after 22h',
  'moved from an old place',
  '"closed Mondays, opens Tuesday"',
  '"said ""about 20"""',
];
const PIECE = 1 << 20;

/** Writes the table; the same rows and seed give the same bytes. */
export function makeSpots(path, rows, seed = 1) {
  const random = makeRandom(seed);
  const pick = (list) => list[random.integer(list.length)];
  const file = openSync(path, 'w');
  let text = `${COLUMNS.replaceAll(' ', ',')}\n`;
  for (let at = 1; at <= rows; at += 1) {
    const area = Math.floor(random.uniform() * random.uniform() * 38);
    const least = Math.floor(1 + 20 * random.uniform() ** 2);
    const most = least + random.integer(2 * least + 2);
    const usual = random.integer(4) === 0 ? least + random.integer(most - least + 1) : '';
    const ordinary = Math.round((least + most) / 2);
    const busy =
      random.integer(3) === 0 ? ['', ''] : [ordinary, ordinary + random.integer(1 + (ordinary >> 1))];
    const peak = random.integer(2) === 0 ? ['', '', ''] : [least + 1, most + 2, 'fri sat'];
    const lat = (41 + (area % 6) * 0.3 + 0.3 * random.uniform()).toFixed(5);
    const lon = (20 + Math.floor(area / 6) * 0.3 + 0.3 * random.uniform()).toFixed(5);
    text += [
      `S${String(at).padStart(7, '0')},${pick(POPULATIONS)},Ndushoné ${area + 1},${pick(TYPOLOGIES)},geo,${lat},${lon}`,
      `${random.integer(100) === 0 ? 'defunct' : ''},2,${least},${most},${usual},${busy[0]},${busy[1]}`,
      `${peak[0]},${peak[1]},${peak[2]},20:00-02:00,2024-0${1 + random.integer(9)}-1${random.integer(10)}`,
      `${1 + random.integer(5)},Plot ${random.integer(400)},T${random.integer(40)},${1 + random.integer(3)},field,${pick(REMARKS)}\n`,
    ].join(',');
    if (text.length > PIECE) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
