import { describe, expect, it } from 'vitest';
import { kmBetween } from '../../src/geo/distance.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { makeRandom } from '../../src/stats/random.js';
import { nearSpots } from '../../src/study/check-near.js';
import { readStudy } from '../../src/study/read-study.js';

async function studyOf(rows: readonly string[]) {
  const text = ['spot_id,population,mode,status,lat,lon,min,max', ...rows, ''].join('\n');
  const files = new Map([['spots', { file: 'spots.csv', bytes: new TextEncoder().encode(text) }]]);
  return (await readStudy(files, STANDARD_SETTINGS)).study;
}

describe('spots near each other', () => {
  it('are those that comparing every pair finds, each with the nearest listed before it', async () => {
    const random = makeRandom(17);
    const spots = Array.from({ length: 600 }, () => ({
      population: random.integer(2) === 0 ? 'FSW' : 'MSM',
      mode: random.integer(9) === 0 ? 'web' : 'geo',
      status: random.integer(9) === 0 ? 'duplicate' : 'active',
      lat: (42 + random.integer(400) / 1e5).toFixed(5),
      lon: (21 + random.integer(600) / 1e5).toFixed(5),
    }));
    const rows = spots.map((one, at) => [`S${at}`, ...Object.values(one), 4, 9].join(','));
    const expected: string[] = [];
    for (const [at, spot] of spots.entries()) {
      if (spot.mode !== 'geo' || spot.status !== 'active') continue;
      const before = spots
        .slice(0, at)
        .map((other, line) => ({
          line: line + 2,
          isAlike: other.population === spot.population && other.mode === 'geo' && other.status === 'active',
          km: kmBetween([Number(other.lon), Number(other.lat)], [Number(spot.lon), Number(spot.lat)]),
        }))
        .filter(({ isAlike, km }) => isAlike && km <= 0.05)
        .sort((a, b) => a.km - b.km || a.line - b.line)[0];
      if (before !== undefined)
        expected.push(
          `${at + 2} ${Math.round(1000 * before.km)} m from the spot of the same population on line ${before.line}.`,
        );
    }
    const found = nearSpots(await studyOf(rows), 50).map(({ line, message }) => `${line} ${message}`);
    expect(expected.length).toBeGreaterThan(100);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('are none without places, and none at no distance unless they stand at one place', async () => {
    expect(nearSpots(await studyOf(['A,FSW,,,,,4,9', 'B,FSW,,,,,5,9']), 50)).toEqual([]);
    const two = await studyOf(['A,FSW,,,42.12345,21.12345,4,9', 'B,FSW,,,42.12346,21.12345,5,9']);
    expect(nearSpots(two, 0)).toEqual([]);
    expect(nearSpots(two, 2)).toHaveLength(1);
  });
});
