import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spotTable } from '../../src/columns/study-tables.js';
import type { Issue } from '../../src/model/issue.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { makeRandom, type Random } from '../../src/stats/random.js';
import { CORE_SOURCE } from '../../src/study/first-look-bytes.js';
import { cellOf, compiledLook, isLocated, plainLook } from '../../src/study/first-look.js';
import { readStudy } from '../../src/study/read-study.js';

const HEADER =
  'spot_id,population,municipality,mode,status,lat,lon,min,max,usual,weekday,weekend,peak_min,peak_max';
/** Rows the compiled look is not worth: they are all looked at. */
const FEW = 200;

const pick = (random: Random, of: readonly string[]): string => of[random.integer(of.length)] ?? '';

/** Counts near every limit there is: the missing-value numbers, the most at a place, seven times, nothing, nobody. */
const COUNTS = '0 1 2 3 7 14 15 98 99 100 700 990 999 1000 9990 9999 19999 20000 20001 70000'.split(' ');
const DEGREES = '0 42 42.1 42.15 42.123456 42.1234561 42.123461 -0.00001 0.000001'.split(' ');

/** A row of a spots table that is right more often than not, as far as chance lets it. */
function someRow(random: Random, at: number): string {
  const isWild = random.integer(3) === 0;
  const base = 1 + random.integer(30);
  const count = (fitting: number) => (isWild ? pick(random, [...COUNTS, '', '']) : String(fitting));
  const sometimes = (text: string) => (random.integer(2) === 0 ? text : '');
  const place = () =>
    isWild
      ? pick(random, [...DEGREES, ''])
      : pick(random, ['42.', '21.']) + String(100_000 + random.integer(400));
  return [
    `S${at}`,
    pick(random, ['FSW', 'MSM', 'FSW']),
    pick(random, ['North', 'South', 'North', 'Total', '']),
    pick(random, ['geo', 'geo', 'web', '']),
    pick(random, ['active', '', 'duplicate']),
    place(),
    place(),
    count(base),
    count(base + 4),
    sometimes(count(base + 2)),
    sometimes(count(base + 1)),
    sometimes(count(base + 3)),
    sometimes(count(base + 5)),
    sometimes(count(base + 9)),
  ].join(',');
}

/** A row in which only a day of the week may be wrong: seven times the usual day, a seventh of it, or just not. */
function nearSlip(random: Random, at: number): string {
  const usual = 7 * (1 + random.integer(9));
  const day = () =>
    pick(random, [
      '',
      String(usual),
      ...[7 * usual, usual / 7].flatMap((n) => [n - 1, n, n + 1].map(String)),
    ]);
  const stated = pick(random, [String(usual), '']);
  return [`S${at}`, 'FSW', 'North,geo,active,,', usual - 1, usual + 1, stated, day(), day(), '', ''].join(
    ',',
  );
}

async function read(rows: readonly string[]) {
  const bytes = new TextEncoder().encode([HEADER, ...rows, ''].join('\n'));
  return await readStudy(new Map([['spots', { file: 'spots.csv', bytes }]]), STANDARD_SETTINGS);
}

/** What is found row by row: not what depends on the other rows. */
const OF_ALL = new Set(['spot-double', 'coordinate-far', 'coordinates-swapped', 'totals-row', 'name-alike']);
const ofRows = (issues: readonly Issue[], skipped: number) =>
  issues
    .filter(({ code, line }) => !OF_ALL.has(code) && line !== undefined)
    .map(({ code, line, column, message }) => [(line ?? 0) + skipped, column, code, message].join(' '));

describe('the first look', () => {
  it('runs compiled on this machine, from the source that lies beside it', async () => {
    const { study } = await read([someRow(makeRandom(1), 1)]);
    expect(compiledLook(spotTable(study))).toBeDefined();
    const source = readFileSync('core/first-look.ts');
    expect(createHash('sha256').update(source).digest('hex')).toBe(CORE_SOURCE);
  });

  it('passes over no row in which a check finds something', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = makeRandom(seed);
      const rows = Array.from({ length: 1200 }, (_, at) =>
        random.integer(4) === 0 ? nearSlip(random, at) : someRow(random, at),
      );
      const whole = await read(rows);
      const parts: string[] = [];
      for (let from = 0; from < rows.length; from += FEW)
        parts.push(...ofRows((await read(rows.slice(from, from + FEW))).issues, from));
      const found = ofRows(whole.issues, 0);
      expect(new Set(found.map((line) => line.split(' ')[2])).size).toBeGreaterThan(9);
      expect(found.sort()).toEqual(parts.sort());
    }
  });

  it('passes over rows in which nothing can be wrong', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, at) =>
        `S${at},FSW,North,geo,active,42.${10_003 + at},21.${40_001 + at},4,${9 + (at % 7)},,5,8,6,${30 + (at % 9)}`,
    );
    const { study } = await read(rows);
    const look = compiledLook(spotTable(study));
    expect(look?.doubtful.length).toBe(0);
    expect(look?.likelyDoubles.length).toBeLessThan(rows.length / 10);
  });

  it('has the box of the plain look, and every row that shares its population and place', async () => {
    for (let seed = 21; seed <= 26; seed += 1) {
      const random = makeRandom(seed);
      const { study } = await read(Array.from({ length: 5000 }, (_, at) => someRow(random, at)));
      const spots = spotTable(study);
      const look = compiledLook(spots);
      expect(look?.box).toEqual(plainLook(spots).box);
      const [latOf, lonOf] = [spots.numberAt('lat'), spots.numberAt('lon')];
      const keyOf = (row: number) =>
        [spots.textAt('population', row), cellOf(latOf(row)), cellOf(lonOf(row))].join(' ');
      const located = Array.from({ length: spots.length }, (_, row) => row).filter((row) =>
        isLocated(latOf(row), lonOf(row)),
      );
      const times = new Map<string, number>();
      for (const row of located) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
      const shared = located.filter((row) => (times.get(keyOf(row)) ?? 0) > 1);
      expect(shared.length).toBeGreaterThan(100);
      const likely = new Set(look?.likelyDoubles);
      expect(shared.filter((row) => !likely.has(row))).toEqual([]);
    }
  });
});
