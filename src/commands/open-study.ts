import { choicesFromFlags } from '../estimate/flags.js';
import { FileError, UsageError } from '../model/failure.js';
import type { Issue } from '../model/issue.js';
import { STANDARD_SETTINGS, type Settings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { DAYS, type Day } from '../model/week.js';
import type { Progress } from '../io/progress.js';
import type { Digest, World } from '../io/world.js';
import { REPORTS } from '../model/tables/reports.js';
import { SPOTS } from '../model/tables/spots.js';
import { BOUNDARIES_FILE, INPUT_TABLES } from '../study/input-tables.js';
import { readStudy, type StudyFiles } from '../study/read-study.js';
import type { StudyFile } from '../study/study-file.js';
import { textOption, type Invocation } from './command.js';
import { progressFor } from './voice.js';

/** A file the run read, as listed in run.json. */
export interface InputFile {
  readonly name: string;
  readonly sha256: string;
}

/** A study as opened from disk. */
export interface OpenedStudy {
  readonly study: Study;
  readonly issues: readonly Issue[];
  readonly inputs: readonly InputFile[];
  /** Paths of everything read, so that no output can fall upon an input. */
  readonly paths: readonly string[];
  /** Where results go when no folder is named. */
  readonly home: string;
}

const TABLE_IDS = [...INPUT_TABLES.map((table) => table.id), 'boundaries'];

/**
 * Opens the study an invocation is about: a folder, a study.yaml, or bare tables. `keepsExtra` false leaves out the
 * columns of spots and reports their tables do not declare, where the command has no use for them.
 */
export async function openStudy(
  invocation: Invocation,
  world: World,
  options: { readonly keepsExtra?: boolean } = {},
): Promise<OpenedStudy> {
  const found = await findFiles(invocation, world);
  const { settings, issues } = found.settings;
  const adjusted = applyFlags(settings, invocation);
  const progress = progressFor(invocation, world, 'reading');
  const reading = await readStudy(watchedFiles(found.files, progress), adjusted, {
    population: textOption(invocation, 'population'),
    keepsExtra: options.keepsExtra ?? true,
  }).finally(progress.end);
  const inputs = [...found.read.values()].map(({ name, sha256 }) => ({ name, sha256: sha256() }));
  return {
    study: reading.study,
    issues: [...issues, ...(issues.some((issue) => issue.severity === 'error') ? [] : reading.issues)],
    inputs,
    paths: [...found.read.keys()],
    home: found.home,
  };
}

interface FoundFiles {
  readonly home: string;
  readonly settings: { readonly settings: Settings; readonly issues: readonly Issue[] };
  readonly files: StudyFiles;
  readonly read: ReadonlyMap<string, { readonly name: string; readonly sha256: () => string }>;
}

/** Tables that can be too long to be held whole. */
const LONG_TABLES: ReadonlySet<string> = new Set([SPOTS.id, REPORTS.id]);

async function findFiles(invocation: Invocation, world: World): Promise<FoundFiles> {
  const named = new Map(
    TABLE_IDS.map((id) => [id, textOption(invocation, id)]).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const [argument] = invocation.arguments;
  const isBare = named.has('spots') && argument === undefined;
  const { home, yaml } = isBare ? { home: '.', yaml: undefined } : await findHome(argument ?? '.', world);
  const read = new Map<string, { name: string; sha256: () => string }>();
  const take = async (path: string, name: string) => {
    const bytes = path === '-' ? await world.readStdin() : await world.readFile(path);
    read.set(path, { name, sha256: () => world.sha256(bytes) });
    return bytes;
  };
  const takeInPieces = async (path: string, name: string) => {
    const { pieces, size } = await world.readPieces(path);
    const digest = world.startSha256();
    read.set(path, { name, sha256: digest.hex });
    return { pieces: digested(pieces, digest), size };
  };
  const settings =
    yaml === undefined
      ? { settings: STANDARD_SETTINGS, issues: [] }
      : await readStated(await take(yaml, 'study.yaml'));
  const files = new Map<string, StudyFile>();
  for (const id of TABLE_IDS) {
    const path = await pathOf(
      id,
      { named, home: isBare ? undefined : home, settings: settings.settings },
      world,
    );
    if (path === undefined) continue;
    const file = path === '-' ? 'standard input' : baseName(path);
    files.set(
      id,
      LONG_TABLES.has(id)
        ? { file, ...(await takeInPieces(path, file)) }
        : { file, bytes: await take(path, file) },
    );
  }
  if (!files.has('spots')) {
    throw new UsageError(
      `no spots table: ${world.shorten(home)} has no spots.csv or spots.parquet; name one with --spots FILE`,
    );
  }
  return { home, settings, files, read };
}

/** The same files; each piece of one that comes in pieces says how much of all of them has been read. */
function watchedFiles(files: StudyFiles, progress: Progress): StudyFiles {
  const long = [...files.values()].flatMap((file) => ('pieces' in file ? [file.size] : []));
  const whole = long.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  let read = 0;
  async function* watch(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      yield piece;
      read += piece.length;
      if (!long.includes(undefined)) await progress.reach(read, whole);
    }
  }
  return new Map(
    [...files].map(([id, file]) => [id, 'pieces' in file ? { ...file, pieces: watch(file.pieces) } : file]),
  );
}

/** Reads study.yaml; bare tables never need what reads and checks it. */
async function readStated(bytes: Uint8Array): Promise<FoundFiles['settings']> {
  const { readSettings } = await import('../study/settings.js');
  return readSettings(bytes, 'study.yaml');
}

/** The same pieces, each added to the digest as it passes. */
async function* digested(pieces: AsyncIterable<Uint8Array>, digest: Digest): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    digest.add(piece);
    yield piece;
  }
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

async function findHome(argument: string, world: World): Promise<{ home: string; yaml: string | undefined }> {
  const kind = await world.kindOf(argument);
  if (kind === undefined) throw new FileError(`cannot open ${argument}: it does not exist`);
  if (kind === 'file') {
    if (!/\.ya?ml$/.test(argument)) {
      throw new UsageError(
        `${argument} is no study; name a folder, a study.yaml, or use --spots ${argument}`,
      );
    }
    return { home: world.join(argument, '..'), yaml: argument };
  }
  const yaml = world.join(argument, 'study.yaml');
  return { home: argument, yaml: (await world.kindOf(yaml)) === 'file' ? yaml : undefined };
}

/** Path of a table: as named on the command line, else as study.yaml says, else its standard name if it is there. */
async function pathOf(
  id: string,
  where: {
    readonly named: ReadonlyMap<string, string>;
    readonly home: string | undefined;
    readonly settings: Settings;
  },
  world: World,
): Promise<string | undefined> {
  const named = where.named.get(id);
  if (named !== undefined || where.home === undefined) return named;
  const stated = where.settings.files[id];
  if (stated !== undefined) return world.join(where.home, stated);
  const table = INPUT_TABLES.find((each) => each.id === id);
  const names = table === undefined ? [BOUNDARIES_FILE] : [table.file, `${id}.parquet`];
  const there: string[] = [];
  for (const name of names) {
    const path = world.join(where.home, name);
    if ((await world.kindOf(path)) === 'file') there.push(path);
  }
  if (there.length > 1) {
    const home = world.shorten(where.home);
    throw new UsageError(
      `${home} has both ${names.join(' and ')}; take one away, or say which under "files" in study.yaml`,
    );
  }
  return there[0];
}

/** The settings with what the command line overrides: it holds for every population. */
function applyFlags(settings: Settings, invocation: Invocation): Settings {
  const method = choicesFromFlags(invocation.options);
  const steps = Object.keys(method);
  return {
    ...settings,
    method: { ...settings.method, ...method },
    populations: settings.populations.map((population) => ({
      ...population,
      method: Object.fromEntries(Object.entries(population.method).filter(([step]) => !steps.includes(step))),
    })),
    weekend: weekendOf(textOption(invocation, 'weekend')) ?? settings.weekend,
    seed: seedOf(textOption(invocation, 'seed')) ?? settings.seed,
  };
}

function weekendOf(text: string | undefined): readonly Day[] | undefined {
  if (text === undefined) return undefined;
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const unknown = words.find((word) => !DAYS.some((day) => day === word));
  if (unknown !== undefined || words.length === 0 || words.length > 6) {
    throw new UsageError(`--weekend takes one to six days of ${DAYS.join(', ')}, such as fri,sat`);
  }
  return DAYS.filter((day) => words.includes(day));
}

/** The seed a command line states. Throws a UsageError. */
export function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text) || Number(text) > 4_294_967_295) {
    throw new UsageError('--seed takes a whole number from 0 to 4294967295');
  }
  return Number(text);
}
