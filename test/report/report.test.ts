import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/draw/words/english.js';
import { estimate } from '../../src/estimate/estimate.js';
import type { Study } from '../../src/model/study.js';
import { ESTIMATES } from '../../src/model/tables/estimates.js';
import { base64 } from '../../src/report/report.js';
import { REPORT_SCRIPT } from '../../src/report/script.js';
import { readTable } from '../../src/study/read-table.js';
import { readFixture } from '../support/read-fixture.js';
import { pageOf, releasedViewOf, viewOf, wordsOf } from '../support/report.js';
import { studyOf } from '../support/study.js';
import { spotwise } from '../support/spotwise.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '../support/read-fixture.js';

const FIXTURE_NAMES = ['tiny', 'yangon', 'kosovo', 'kenya-2012', 'nigeria-2012', 'cameroon-2015'];

/** A study of so many spots of three populations in ten municipalities, with hours, weeks and places. */
async function madeStudy(spots: number): Promise<Study> {
  const rows = Array.from({ length: spots }, (_, at) => {
    const min = 2 + ((at * 7) % 23);
    const population = ['FSW', 'MSM', 'PWID'][at % 3];
    const town = `Town ${at % 10}`;
    const lat = 42 + ((at * 37) % 1000) / 1000;
    const lon = 20 + ((at * 91) % 1000) / 1000;
    return `S${at},${population},${town},bar ${at % 6},${lat},${lon},${min},${min + 9},${min},${min + 4},20:00-0${1 + (at % 4)}:00`;
  });
  const header = 'spot_id,population,municipality,typology,lat,lon,min,max,weekday,weekend,hours';
  return (await studyOf({ spots: `${[header, ...rows].join('\n')}\n` })).study;
}

describe('the page', () => {
  it.each(FIXTURE_NAMES)('of %s needs nothing else and is well formed', async (name) => {
    const { study } = await readFixture(name);
    const isPlanned = name === 'tiny' || name === 'yangon';
    const page = pageOf(viewOf(study, { isPlanned, isEvery: name === 'tiny' }));
    expect(
      page.match(/(?:src|href|action)="(?!#).{20}|url\((?!#).{20}|@import|<link|<img|<iframe/g),
    ).toBeNull();
    expect(page.match(/<script>/g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ''] of page.matchAll(/aria-labelledby="([^"]*)"/g))
      for (const id of list.split(' ')) expect(ids).toContain(id);
    for (const [, target = ''] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    const drawn = page.replace(/<(style|script)>[^]*?<\/\1>/g, '');
    expect(drawn.match(/.{40}(NaN|undefined|Infinity|\[object)/g)).toBeNull();
    expect(openTags(page)).toEqual([]);
  });

  it('says who may have it, what it shows, for whom, when and from how many spots', async () => {
    const { study } = await readFixture('yangon');
    const words = wordsOf(pageOf(viewOf(study)));
    expect(words).toContain('For the programme');
    expect(words).toContain('Female sex workers, example. Circles: 22 spots, moved to the nearest 0.001°');
    expect(words).toContain('Men who have sex with men, example, from 11 of 22 spots with known hours.');
    expect(words).toContain('Men who have sex with men, example, from 22 spots.');
  });

  it('gives every picture a title, a summary and its numbers in a table', async () => {
    const { study } = await readFixture('yangon');
    const page = pageOf(viewOf(study, { isEvery: true }));
    const pictures = [
      ...page.matchAll(/<svg[^>]*role="img"[^>]*><title[^>]*>([^<]+)<\/title><desc[^>]*>([^<]+)<\/desc>/g),
    ];
    expect(pictures.length).toBe((page.match(/<svg[^>]*role="img"/g) ?? []).length);
    expect(pictures.length).toBeGreaterThan(15);
    for (const [, title = '', summary = ''] of pictures) {
      expect(title.length).toBeGreaterThan(8);
      expect(summary).toMatch(/\d/);
    }
    const others = page.match(/<svg(?![^>]*role="img")(?![^>]*aria-hidden="true")/g);
    expect(others).toBeNull();
  });

  it('never calls a range of answers a confidence interval', async () => {
    const { study } = await readFixture('yangon');
    const words = wordsOf(pageOf(viewOf(study)));
    const said = [...words.matchAll(/.{30}confidence interval.{5}/g)].map(([text]) => text);
    expect(said.length).toBeGreaterThan(0);
    for (const text of said)
      expect(text).toMatch(/not a confidence interval|Neither is a confidence interval/);
  });

  it('tells nobody listed from nobody there and from not visited', async () => {
    const texts = {
      spots: 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\nB,MSM,South,0,0\n',
      places: 'municipality,mapped\nNorth,yes\nSouth,yes\nEast,no\n',
      boundaries: JSON.stringify({
        type: 'FeatureCollection',
        features: ['North', 'South', 'East'].map((name, at) => ({
          type: 'Feature',
          properties: { name },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [20 + at, 42],
                [21 + at, 42],
                [21 + at, 43],
                [20 + at, 43],
                [20 + at, 42],
              ],
            ],
          },
        })),
      }),
    };
    const { study } = await studyOf(texts);
    const view = viewOf(study);
    expect([...view.places.notVisited]).toEqual(['East']);
    const page = pageOf(view);
    const looks = [...page.matchAll(/<use href="#o(\d)" class="edge say (\w+)"><title>([^<]*)/g)].map(
      ([, , look, says]) => `${look} ${says}`,
    );
    expect(looks.slice(0, 3)).toEqual([
      expect.stringMatching(/^q[1-5] North: 7 people/),
      'q0 South: no spot listed (not the same as nobody)',
      'hatch East: not visited',
    ]);
    expect(looks[4]).toMatch(/^q1 South: 0 people/);
  });

  it('stays under 500 KB for 500 spots, and does not run away beyond', async () => {
    const small = pageOf(viewOf(await madeStudy(500), { isPlanned: true }));
    expect(Buffer.byteLength(small)).toBeLessThan(500_000);
    const large = pageOf(viewOf(await madeStudy(2000), { isPlanned: false }));
    expect(Buffer.byteLength(large)).toBeLessThan(600_000);
  });

  it('is the same bytes whatever the order of the rows', async () => {
    const study = await madeStudy(60);
    const turned = { ...study, spots: [...study.spots].reverse() };
    const same = pageOf(viewOf(turned, { isPlanned: false })) === pageOf(viewOf(study, { isPlanned: false }));
    expect(same).toBe(true);
  });

  it('degrades in words where next to nothing is known', async () => {
    const { study } = await studyOf({ spots: 'spot_id,population,usual\nA,FSW,7\n' });
    const words = wordsOf(pageOf(viewOf(study)));
    for (const text of [
      'There is no map: the study has neither outlines nor coordinates.',
      'No lowest and highest were recorded, so there is no range.',
      'Days were not recorded',
      'hours were not recorded',
      'FSW: neither days nor hours were recorded.',
    ])
      expect(words).toContain(text);
  });

  it('shows other methods beside the count, each with what its ends mean', async () => {
    const { study } = await readFixture('tiny');
    const bytes = readFileSync(join(FIXTURES, 'sizing', 'estimates.csv'));
    const { rows } = readTable(ESTIMATES, { bytes, file: 'estimates.csv' });
    const view = viewOf(study, { others: rows });
    expect(view.forests).toHaveLength(1);
    expect(view.forests[0]?.joined[1]).toMatchObject({ name: 'Random effects (DerSimonian–Laird)' });
    expect(view.forests[0]?.joined[1]?.persons).toBeCloseTo(3298, 0);
    const words = wordsOf(pageOf(view));
    expect(words).toContain('95% confidence interval');
    expect(words).toContain(
      'Left out: SS-PSE (2,400), made from the same data (s3) as study 3: not counted twice.',
    );
  });
});

describe('the safety of the page', () => {
  const NASTY = '</style><script>alert(1)</script><img src=x onerror=alert(2)>"\'&';

  it('escapes every text of a study wherever it is shown', async () => {
    const quoted = `"${NASTY.replaceAll('"', '""')}"`;
    const { study } = await studyOf(
      {
        spots: `spot_id,population,municipality,typology,lat,lon,min,max\n${quoted},FSW,${quoted},${quoted},42.1,21.1,4,10\nB,FSW,${quoted},${quoted},42.2,21.2,4,10\n`,
      },
      {
        title: NASTY,
        round: NASTY,
        country: NASTY,
        notes: [NASTY],
        credits: [NASTY],
        municipality_title: NASTY,
      },
    );
    const page = pageOf(
      viewOf({
        ...study,
        settings: {
          ...study.settings,
          populations: [{ code: 'FSW', label: NASTY, denominator: undefined, method: {} }],
        },
      }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|onerror=alert\(2\)>"/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(openTags(page)).toEqual([]);
    expect(page).toContain('&lt;img src=x onerror=alert(2)&gt;');
  });

  it('names the digest of its one script in its policy, in base 64', () => {
    const digest = createHash('sha256').update(REPORT_SCRIPT);
    expect(base64(digest.copy().digest('hex'))).toBe(digest.digest('base64'));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64(Buffer.from(bytes).toString('hex'))).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { seed: 1 },
    );
  });

  it('holds no code of a spot or worker, and only coarse places unless asked for exact ones', async () => {
    const { study } = await readFixture('yangon');
    const coarse = viewOf(study);
    const page = pageOf(coarse);
    for (const { spot_id: code } of study.spots) expect(page.includes(code), code).toBe(false);
    for (const { worker_id: code } of study.workers) expect(page.includes(code), code).toBe(false);
    const places = coarse.populations.flatMap(({ points }) => points ?? []);
    expect(places.length).toBeGreaterThan(50);
    for (const { position } of places)
      for (const degree of position)
        expect(Math.abs(degree * 1000 - Math.round(degree * 1000))).toBeLessThan(1e-6);
    const exact = viewOf(study, { exact: true });
    expect(exact.audience).toBe('team');
    expect(
      exact.populations[0]?.points?.some(
        ({ position }) => position[0] * 1000 !== Math.round(position[0] * 1000),
      ),
    ).toBe(true);
  });

  it.each(['partner', 'public'] as const)('for %s rests on released cells alone', async (audience) => {
    const { study } = await readFixture('kosovo');
    const view = releasedViewOf(study, audience);
    const page = pageOf(view);
    const base = audience === 'partner' ? 5 : 10;
    for (const population of view.populations) {
      for (const size of [population.nation, ...population.areas, ...(population.typologies ?? [])]) {
        for (const persons of [size.persons, size.range?.low, size.range?.high])
          if (persons !== undefined) expect(persons % base).toBe(0);
        expect(size.isHidden).toBe(size.persons === undefined);
      }
    }
    const { estimates } = estimate(study);
    for (const nation of estimates.national)
      expect(wordsOf(page).includes(ENGLISH.number(Math.round(nation.estimate)))).toBe(false);
    expect(page.includes('<circle class="dot')).toBe(false);
    const [beforeCards = ''] = wordsOf(page).split(ENGLISH.methods.lead.slice(0, 20));
    expect(beforeCards.match(/.{30}(4,940|\b846\b).{10}/g)).toBeNull();
    expect(view).toMatchObject({ plan: undefined, issues: undefined, multiverse: undefined, forests: [] });
  });
});

const line = (...more: string[]) => ['report', '--spots', 'spots.csv', ...more];

describe('the command', () => {
  const SPOTS =
    'spot_id,population,municipality,min,max,lat,lon\nA,FSW,North,4,10,42.648712,21.167134\nB,FSW,South,20,41,42.7,21.2\n';

  it('writes the page beside the tables, lists it in run.json and names it last', async () => {
    const done = await spotwise(line('--out', 'd'), { 'spots.csv': SPOTS });
    expect(done).toMatchObject({ code: 0, error: '' });
    expect(done.out.trim().split('\n').at(-1)).toBe('Open the report: d/report.html');
    const page = done.files.get('d/report.html') ?? '';
    const card = JSON.parse(done.files.get('d/run.json') ?? '') as {
      outputs: { name: string; sha256: string }[];
    };
    const listed = card.outputs.find(({ name }) => name === 'report.html');
    expect(listed?.sha256).toBe(createHash('sha256').update(page).digest('hex'));
    const hash = card.outputs.find(({ name }) => name === 'national.csv')?.sha256 ?? '-';
    expect(page).toContain(hash);
    expect(page).not.toMatch(/42\.6487|21\.1671/);
  });

  it('writes the page alone to a file or to standard output', async () => {
    const file = await spotwise(line('--out', 'x.html', '--quiet'), { 'spots.csv': SPOTS });
    expect([...file.files.keys()]).toEqual(['spots.csv', 'x.html']);
    const piped = await spotwise(line('--out', '-'), { 'spots.csv': SPOTS });
    expect(piped.out).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect([...piped.files.keys()]).toEqual(['spots.csv']);
    const both = await spotwise(line('--audience', 'public', '--out', 'p.html'), { 'spots.csv': SPOTS });
    expect(both.files.get('p.html')).toContain('For the public');
  });

  it.each([
    [['--audience', 'team'], '--exact'],
    [['--audience', 'public', '--exact'], 'team only'],
    [['--audience', 'public', '--multiverse'], 'not for --audience public'],
    [['--audience', 'everybody'], 'team, programme, partner, public'],
  ])('refuses %j in one line', async (more, hint) => {
    const done = await spotwise(line(...more), { 'spots.csv': SPOTS });
    expect(done.code).toBe(2);
    expect(done.error).toContain(hint);
    expect([...done.files.keys()]).toEqual(['spots.csv']);
  });
});

/** Tags of a page that are not closed, or closed out of turn; foreign elements may close themselves. */
function openTags(page: string): string[] {
  const VOID = new Set(['meta', 'br', 'input', 'link', 'img', 'hr']);
  const body = page.replace(/<(style|script)>[^]*?<\/\1>/g, '').replace(/^<!doctype html>/, '');
  const stack: string[] = [];
  const faults: string[] = [];
  for (const [, close, name = '', self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (close === '/') {
      if (stack.pop() !== name) faults.push(`</${name}>`);
    } else if (self !== '/' && !VOID.has(name)) stack.push(name);
  }
  return [...faults, ...stack];
}
