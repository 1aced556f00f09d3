import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli.js';
import { ISSUES } from '../../../src/model/issue-catalogue.js';
import { checkRelease } from '../../../src/share/check/check-release.js';
import { memoryWorld } from '../../support/memory-world.js';
import { sharedSpots, sharedStudy } from '../../support/shared-study.js';
import { randomStream } from '../../support/tables.js';

type Files = Record<string, string>;

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const context = { names: ['kestrel-laptop'], today: '2026-02-01', sha256 };
const encoder = new TextEncoder();
const bytes = (files: Files) =>
  new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));

async function release(
  spots: readonly string[] = sharedSpots(),
  args: readonly string[] = [],
  share = '',
): Promise<Files> {
  const world = memoryWorld(sharedStudy(spots, share));
  await main(['share', 'in', '--out', 'out', '--expires', '2026-12-31', ...args], world);
  const made = [...world.files].filter(([name]) => name.startsWith('out/'));
  return Object.fromEntries(made.map(([name, text]) => [name.slice(4), text]));
}

/** The files changed, and the manifest made to fit again, so that only the change itself can be found. */
function changed(files: Files, changes: Files, manifest: (text: string) => string = (text) => text): Files {
  const all = { ...files, ...changes };
  const outputs = Object.entries(all)
    .filter(([name]) => name !== 'run.json')
    .map(([name, text]) => ({ name, bytes: text.length, sha256: sha256(text) }));
  const said = JSON.parse(files['run.json'] ?? '{}') as object;
  return { ...all, 'run.json': manifest(JSON.stringify({ ...said, outputs })) };
}

const codes = (files: Files, previous?: Files) => [
  ...new Set(
    checkRelease(bytes(files), {
      ...context,
      previous: previous === undefined ? undefined : bytes(previous),
    }).map(({ code }) => code),
  ),
];

let open: Files = {};
let programme: Files = {};
beforeAll(async () => {
  open = await release();
  programme = await release(sharedSpots(), ['--audience', 'programme']);
});

const table = (name: string) => open[name] ?? '';
const edit = (name: string, from: RegExp | string, to: string) => {
  const text = table(name).replace(from, to);
  expect(text).not.toBe(table(name));
  return { [name]: text };
};

describe('the check of an output, from its files alone', () => {
  it('finds nothing in outputs as they were made', async () => {
    expect(codes(open)).toEqual([]);
    expect(codes(programme)).toEqual([]);
    expect(codes(await release(sharedSpots(), ['--audience', 'partner']))).toEqual([]);
  });

  const faults: [string, string, () => Files][] = [
    ['release-manifest', 'no manifest', () => ({ 'national.csv': table('national.csv') })],
    ...['"lowered":7', '"notes":{}', '"encrypted":"no"', '"policy":{"people":"20"}', '"outputs":[null]'].map(
      (part): [string, string, () => Files] => [
        'release-manifest',
        `a manifest with ${part}`,
        () => changed(open, {}, (text) => text.replace(/\}$/, `,${part}}`)),
      ],
    ),
    [
      'release-manifest',
      'rules lowered in silence',
      () => changed(open, {}, (text) => text.replace('"people":20', '"people":5')),
    ],
    ['release-file', 'a file changed', () => ({ ...open, ...edit('national.csv', 'FSW', 'TG') })],
    ['release-file', 'a file added', () => ({ ...open, 'more.csv': 'a\n1\n' })],
    [
      'release-file',
      'a file missing',
      () => Object.fromEntries(Object.entries(open).filter(([name]) => name !== 'national.csv')),
    ],
    [
      'release-file',
      'points among public tables',
      () => changed(open, { 'spots.geojson': programme['spots.geojson'] ?? '' }),
    ],
    [
      'release-file',
      'an encrypted output that is not',
      () => changed(open, {}, (text) => text.replace('"encrypted":false', '"encrypted":true')),
    ],
    [
      'release-file',
      'exact places in the open',
      () => changed(programme, {}, (text) => text.replace('"programme"', '"team"')),
    ],
    ['release-column', 'a latitude', () => changed(open, edit('national.csv', /^population,/, 'lat,'))],
    [
      'release-column',
      'an owner in a programme table',
      () =>
        changed(programme, { 'week.csv': (programme['week.csv'] ?? '').replace('weekday', 'owner_name') }),
    ],
    [
      'release-column',
      'a note in a map',
      () =>
        changed(programme, {
          'spots.geojson': (programme['spots.geojson'] ?? '').replace('"typology":', '"notes":'),
        }),
    ],
    ['release-word', 'a header', () => changed(open, edit('national.csv', /^population,/, 'msm,'))],
    ['release-word', 'a file name', () => changed(open, { 'sex-workers.csv': 'population\nA\n' })],
    ['release-metadata', 'a path', () => changed(open, edit('regions.csv', 'North', 'see /home/someone/x'))],
    [
      'release-metadata',
      'a clock time',
      () => changed(open, {}, (text) => text.replace('"command"', '"at":"2026-01-15T10:31","command"')),
    ],
    [
      'release-metadata',
      'a computer',
      () => changed(open, {}, (text) => text.replace('"command"', '"on":"kestrel-laptop","command"')),
    ],
    ['release-metadata', 'a phone', () => changed(open, edit('regions.csv', 'North', 'North 044 717 818'))],
    [
      'release-cell-small',
      'a cell under the floor',
      () => changed(open, edit('municipalities.csv', /^(Aburg,FSW,North,\d+),\d*,\d+,/m, '$1,0,10,')),
    ],
    ['release-spots-few', 'too few spots', () => changed(open, edit('national.csv', /^FSW,\d+/m, 'FSW,2'))],
    [
      'release-decimals',
      'a count that is not rounded',
      () => changed(open, edit('national.csv', /^(FSW,\d+,\d+,\d+)0,/m, '$13,')),
    ],
    [
      'release-decimals',
      'a place too exact',
      () =>
        changed(programme, {
          'spots.geojson': (programme['spots.geojson'] ?? '').replace(/(\[\d+\.\d{2})\d?,/, '$14567,'),
        }),
    ],
    [
      'release-derivable',
      'a share of exact counts',
      () => changed(open, edit('regions.csv', /^(North,FSW,\d+,\d+,\d+,\d+),[\d.]+,/m, '$1,0.123,')),
    ],
    ['release-derivable', 'a hidden cell alone in its region', () => changed(open, aloneInItsRegion())],
    [
      'release-contradiction',
      'totals that do not fit',
      () => changed(open, edit('national.csv', /^(FSW,\d+),\d+,\d+,\d+,/m, '$1,0,20,30,')),
    ],
    [
      'release-lowered',
      'rules lowered and said',
      () =>
        changed(open, {}, (text) =>
          text.replace('"people":20', '"people":19').replace('"lowered":[]', '"lowered":["people"]'),
        ),
    ],
    [
      'release-expired',
      'an old output',
      () => changed(open, {}, (text) => text.replace('"2026-12-31"', '"2026-01-31"')),
    ],
    [
      'release-undated',
      'no end date',
      () => changed(open, {}, (text) => text.replace(/"expires":"[^"]*",/, '')),
    ],
  ];

  it.each(faults)('%s: %s', (code, _, make) => {
    expect(codes(make())).toContain(code);
  });

  it('answers whatever is done to the bytes, and notices each of 300 changes', () => {
    const random = randomStream(99);
    const names = Object.keys(open);
    for (let change = 0; change < 300; change += 1) {
      const files = bytes(open);
      const name = names[Math.floor(random() * names.length)] ?? '';
      const data = files.get(name) ?? new Uint8Array();
      const at = Math.floor(random() * data.length);
      if (change % 3 === 0) files.set(name, data.slice(0, at));
      else data[at] = (data[at] ?? 0) ^ (1 + Math.floor(random() * 255));
      const found = checkRelease(files, context);
      if (name !== 'run.json') expect(found.map(({ code }) => code)).toContain('release-file');
    }
  });

  it('covers every code there is', () => {
    const known = Object.keys(ISSUES).filter((code) => code.startsWith('release-'));
    const tested = new Set([...faults.map(([code]) => code), 'release-difference']);
    expect(known.filter((code) => !tested.has(code))).toEqual([]);
  });
});

const group = (line: string) => line.split(',').slice(1, 3).join();

const shown = (line: string) => {
  const [name, population, region] = line.split(',');
  return `${name},${population},${region},5,20,20,20,,,,,`;
};

/** Shows every hidden cell of one region and population but the first, with the figures of the floor. */
function aloneInItsRegion(): Files {
  const lines = table('municipalities.csv').split('\n');
  const hidden = lines.filter((line) => line.endsWith(',yes'));
  const first =
    hidden.find((line) => hidden.filter((other) => group(other) === group(line)).length > 1) ?? '';
  const text = lines.map((line) =>
    line.endsWith(',yes') && line !== first && group(line) === group(first) ? shown(line) : line,
  );
  return { 'municipalities.csv': text.join('\n') };
}

const added = (persons: number) => [
  ...sharedSpots(),
  `new,FSW,Aburg,bar,42.5,21.5,${persons},${persons},x,y,z`,
];

describe('two outputs of the same study', () => {
  const off = 'share:\n  public: { people: 1, spots: 1, dominance: 1, round_to: 1 }\n';

  it('are told apart by nothing when nothing changed', () => {
    expect(codes(open, open)).toEqual([]);
  });

  it('give a new spot away when the rules are switched off, and the check says so', async () => {
    const before = await release(sharedSpots(), [], off);
    const now = await release(added(12), [], off);
    expect(codes(now, before)).toContain('release-difference');
  });

  it('never tell the size of a new spot under the rules: it stays open by 18 persons, or nothing changed', async () => {
    for (let persons = 1; persons <= 21; persons += 4) {
      const now = await release(added(persons));
      const [before, after] = [nationOf(open), nationOf(now)];
      expect(Math.abs(after - before) % 10).toBe(0);
      const isSame = now['municipalities.csv'] === open['municipalities.csv'];
      if (!isSame) expect(codes(now, open)).toContain('release-difference');
    }
  });

  it('of two rounds of mapping differ in most cells and are in order', async () => {
    const now = await release(sharedSpots(260, 77));
    expect(codes(now, open)).toEqual([]);
  });
});

const nationOf = (files: Files) => Number(/^FSW,\d+,\d*,(\d+)/m.exec(files['national.csv'] ?? '')?.[1]);
