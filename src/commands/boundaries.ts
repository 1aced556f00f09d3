import { parseDocument } from 'yaml';
import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import { ENGLISH_EXCHANGE } from '../draw/words/terminal/exchange/english.js';
import { writeGeoJson } from '../formats/geojson.js';
import { openFile } from '../import/opened.js';
import type { World } from '../io/world.js';
import type { Boundary } from '../model/boundary.js';
import { DataError, FileError, UsageError } from '../model/failure.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { assignSpots } from '../study/assign-spots.js';
import { checkOutlineFile, type OutlineCheck } from '../study/check-outline-file.js';
import { BOUNDARIES_FILE } from '../study/input-tables.js';
import { matchOutlineNames, type NamedOutlines } from '../study/match-outline-names.js';
import type { KnownPlace } from '../study/names/match-name.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openStudy } from './open-study.js';
import { countIssues, drawIssues } from './say.js';
import { voiceFor } from './voice.js';
import { TALK_OPTIONS } from './shared-options.js';

const ADDING = 'For add';

export const BOUNDARIES: Command = {
  arguments: [
    { name: 'ACTION', says: 'check, or add', required: true },
    {
      name: 'FILE',
      says: 'the outlines: GeoJSON, shapefile in a zip, GeoPackage, KML (for check: those of the study)',
    },
  ],
  options: [
    { flags: '--study <folder>', says: 'the study they are for (default: the current folder)' },
    {
      flags: '--name-field <property>',
      says: 'the property that names the municipality, instead of looking',
    },
    {
      flags: '--licence <text>',
      says: 'under what terms the file may be used, as it is printed on maps',
      group: ADDING,
    },
    { flags: '--credit <text>', says: 'who made the file, as it is printed on maps', group: ADDING },
    { flags: '--replace', says: 'replace the outlines the study has', group: ADDING },
    ...TALK_OPTIONS,
  ],
  details: `check looks at the shapes (rings, borders that cross themselves, overlaps, gaps) and holds the names against places.csv; near names are proposed and never taken. add does the same, writes the outlines into the study as ${BOUNDARIES_FILE} (RFC 7946, by name), and records file, hash, licence and credit in study.yaml, from where they go onto every map.

${ENGLISH_EXCHANGE.boundaries.rule}`,
  examples: [
    {
      line: 'spotwise boundaries check --study fixtures/kosovo',
      says: 'ends with 0 when no outline is faulty',
    },
  ],
  run: boundaries,
};

async function boundaries(invocation: Invocation, world: World): Promise<number> {
  const [action = '', path] = invocation.arguments;
  if (action !== 'check' && action !== 'add')
    throw new UsageError('boundaries takes check or add, then a file');
  if (action === 'add' && path === undefined)
    throw new UsageError('boundaries add takes the file with the outlines');
  const home = textOption(invocation, 'study') ?? '.';
  if ((await world.kindOf(home)) !== 'folder') throw new FileError(`cannot open ${home}: it is no folder`);
  const study = await studyIn(home, invocation, world);
  const named = path ?? world.join(home, study?.settings.files['boundaries'] ?? BOUNDARIES_FILE);
  const bytes = await world.readFile(named);
  const file = named.split(/[\\/]/).at(-1) ?? named;
  const opened = await openFile({ file, bytes });
  if (opened.holds !== 'features') {
    throw new DataError(opened.issues.length > 0 ? opened.issues : [noOutlines(file)]);
  }
  const features = opened.features.filter(({ polygons }) => polygons !== undefined);
  if (features.length === 0) throw new DataError([...opened.issues, noOutlines(file)]);
  const places = placesOf(study);
  const matched = matchOutlineNames(features, places, textOption(invocation, 'nameField'));
  const check = await checkOutlineFile(file, matched, places);
  const issues = sortIssues([...opened.issues, ...check.issues]);
  const sha256 = world.sha256(bytes);
  const isRefused = hasErrors(issues);
  const written =
    action === 'add' && !isRefused
      ? await add(check.boundaries, { home, file, sha256 }, invocation, world)
      : [];
  await sayOutlines({ file, sha256, matched, check, issues, study, written }, invocation, world);
  if (isRefused) throw new DataError(issues);
  return 0;
}

const noOutlines = (file: string): Issue => ({
  severity: 'error',
  code: 'geojson-invalid',
  file,
  message: 'The file holds no polygons.',
  fix: 'Name a file with the outlines of municipalities.',
});

/** The study in the folder; undefined where it has no spots yet. */
async function studyIn(home: string, invocation: Invocation, world: World): Promise<Study | undefined> {
  try {
    return (await openStudy({ ...invocation, arguments: [home], options: {} }, world)).study;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The municipalities of a study: those of places.csv, else those its spots name. */
function placesOf(study: Study | undefined): KnownPlace[] {
  if (study === undefined) return [];
  if (study.places.length > 0)
    return study.places.map(({ municipality, code }) => ({ name: municipality, code }));
  const met = new Set(
    study.spots.map(({ municipality }) => municipality).filter((name) => name !== undefined),
  );
  return [...met].sort().map((name) => ({ name }));
}

interface Source {
  readonly home: string;
  readonly file: string;
  readonly sha256: string;
}

/** Enough decimals for a tenth of a metre. */
const DECIMALS = 6;

async function add(
  outlines: readonly Boundary[],
  source: Source,
  invocation: Invocation,
  world: World,
): Promise<string[]> {
  const licence = textOption(invocation, 'licence');
  if (licence === undefined) {
    throw new UsageError(
      'boundaries add needs --licence TEXT: the terms the file comes under, such as "ODbL 1.0"',
    );
  }
  const target = world.join(source.home, BOUNDARIES_FILE);
  if (!isOn(invocation, 'replace') && (await world.kindOf(target)) !== undefined) {
    throw new UsageError(
      `${world.shorten(source.home)} has ${BOUNDARIES_FILE} already; say --replace to replace it`,
    );
  }
  const sorted = [...outlines].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  const text = writeGeoJson(
    sorted.map(({ municipality, polygons }) => ({
      id: municipality,
      geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
      properties: { municipality },
    })),
    DECIMALS,
  );
  await world.renewFile(target, text);
  const yaml = world.join(source.home, 'study.yaml');
  if ((await world.kindOf(yaml)) !== 'file') return [BOUNDARIES_FILE];
  const before = new TextDecoder().decode(await world.readFile(yaml));
  await world.renewFile(
    yaml,
    withCredit(before, creditLine(source, licence, textOption(invocation, 'credit'))),
  );
  return [BOUNDARIES_FILE, 'study.yaml'];
}

const OUTLINES = 'Outlines: ';

const creditLine = ({ file, sha256 }: Source, licence: string, credit: string | undefined) =>
  `${OUTLINES}${[credit, licence, `from ${file}`, `SHA-256 ${sha256}`].filter((part) => part !== undefined).join(', ')}`;

/** The study.yaml with the credit among its credits, in the place of an earlier one for outlines; comments stay. */
function withCredit(yaml: string, credit: string): string {
  const document = parseDocument(yaml);
  const stated: unknown = document.toJS();
  const listed = typeof stated === 'object' && stated !== null && 'credits' in stated ? stated.credits : [];
  const others = (Array.isArray(listed) ? listed : []).filter(
    (line) => typeof line === 'string' && !line.startsWith(OUTLINES),
  );
  document.set('credits', [...others, credit]);
  return document.toString({ lineWidth: 0 });
}

interface Outcome {
  readonly file: string;
  readonly sha256: string;
  readonly matched: NamedOutlines;
  readonly check: OutlineCheck;
  readonly issues: readonly Issue[];
  readonly study: Study | undefined;
  readonly written: readonly string[];
}

async function sayOutlines(outcome: Outcome, invocation: Invocation, world: World): Promise<void> {
  const { file, sha256, matched, check, issues, study, written } = outcome;
  const spots = study?.spots ?? [];
  const assigned = spots.length === 0 ? [] : await assignSpots(spots, check.boundaries);
  const showValues = isOn(invocation, 'showValues');
  if (isOn(invocation, 'json')) {
    const shown = issues.map(({ value, ...issue }) => (showValues ? { ...issue, value } : issue));
    const summary = {
      file,
      sha256,
      property: matched.property,
      outlines: check.boundaries.length,
      spots: assigned,
      issues: shown,
      written,
    };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
    return;
  }
  if (isOn(invocation, 'quiet')) return;
  const voice = voiceFor(invocation, world, 'stdout');
  const others = matched.outlines.filter(({ match }) => 'name' in match && match.by !== 'name');
  const unassigned = assigned.find(({ municipality }) => municipality === undefined)?.byPosition ?? 0;
  const { page, study: terminal, exchange } = voice.words;
  const say = exchange.boundaries;
  const counts = countIssues(issues, voice.words);
  const table = drawTable(
    [
      { title: terminal.estimate.municipality },
      { title: page.where.spots, align: 'right' },
      { title: say.byName, align: 'right' },
      { title: say.byPosition, align: 'right' },
    ],
    [
      ...assigned.map(({ municipality, byName, byPosition }) => [
        printable(municipality ?? say.unassigned),
        ...[byName + byPosition, byName, municipality === undefined ? 0 : byPosition].map((count) =>
          page.number(count),
        ),
      ]),
      [say.all, page.number(spots.length), '', ''],
    ],
    voice,
  );
  const parts = [
    say.file(
      voice.strong(printable(file)),
      matched.outlines.length,
      printable(matched.property ?? '–'),
      sha256,
    ),
    others
      .map(({ label, match }) =>
        'name' in match ? say.matched(printable(label), printable(match.name), say.rules[match.by]) : '',
      )
      .join('\n'),
    drawIssues(
      issues.filter(({ severity }) => severity !== 'error'),
      voice,
      { values: showValues },
    ),
    assigned.length === 0 ? '' : `${table}\n${voice.faint(say.rule)}`,
    unassigned === 0 ? '' : say.unassignedSpots(unassigned),
    written.length === 0 ? counts : say.written(counts, written.join(', ')),
  ];
  await world.stdout.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}
