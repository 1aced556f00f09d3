import { isTimeZone, type DateOrder } from '../import/cells/date-style.js';
import { importFiles, type ImportOptions } from '../import/import-files.js';
import type { SourceFile } from '../import/opened.js';
import { SOURCES } from '../import/sources.js';
import type { World } from '../io/world.js';
import { DataError, UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import type { Settings } from '../model/settings.js';
import { INPUT_TABLES } from '../study/input-tables.js';
import { readSettings } from '../study/settings.js';
import { textOption, textsOption, type Command, type Invocation } from './command.js';
import { sayImported } from './import-say.js';
import { writeImported } from './import-write.js';
import { TALK_OPTIONS } from './shared-options.js';

const READING = 'Reading, where the file does not say it itself';

export const IMPORT: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'exports, workbooks, maps; forms and dictionaries that explain them (- reads standard input)',
      many: true,
      required: true,
    },
  ],
  options: [
    {
      flags: '--out <folder>',
      says: 'write the tables into this study, or start a new one there; without it nothing is written',
    },
    { flags: '--replace', says: 'replace tables the study has already' },
    {
      flags: '--from <kind>',
      says: 'what the files are, instead of looking',
      choices: SOURCES.map(({ kind }) => kind),
      group: READING,
    },
    {
      flags: '--column <name=header>',
      says: 'which header holds a column, such as spot_id="Hotspot nr" or reports.min=lowest; can be given again',
      many: true,
      group: READING,
    },
    {
      flags: '--set <name=value>',
      says: 'one value for a column of every row, such as population=FSW or level=2; can be given again',
      many: true,
      group: READING,
    },
    {
      flags: '--date-order <order>',
      says: 'whether 3/4/2016 has the day or the month first',
      choices: ['dmy', 'mdy'],
      group: READING,
    },
    {
      flags: '--time-zone <zone>',
      says: 'where the study is, for times in UTC, such as Europe/Belgrade',
      group: READING,
    },
    {
      flags: '--day-starts-at <time>',
      says: 'visits at night before it belong to the evening before (06:00)',
      group: READING,
    },
    ...TALK_OPTIONS,
  ],
  details: `Reads exports of KoboToolbox, ODK Central, CommCare, REDCap and DHIS2, workbooks and tables made by hand, HXL, KML, KMZ, GPX, GeoPackage and shapefiles into the tables of a study. Says what each file is taken for and why, which column was read as what, and what was left out: columns it does not know are never copied. The mapping is written once into study.yaml and used again. Nothing is written while there is an error.`,
  examples: [
    {
      line: 'spotwise import fixtures/imports/kobo-level-2.csv',
      says: 'says what would be read; with --out my-study it is written',
    },
  ],
  run: importCommand,
};

async function importCommand(invocation: Invocation, world: World): Promise<number> {
  const files: SourceFile[] = [];
  for (const path of invocation.arguments) {
    const bytes = path === '-' ? await world.readStdin() : await world.readFile(path);
    files.push({ file: path === '-' ? 'standard input' : (path.split(/[\\/]/).at(-1) ?? path), bytes });
  }
  const out = textOption(invocation, 'out');
  if (out !== undefined) files.push(...(await formsOf(out, world)));
  const settings = out === undefined ? undefined : await settingsIn(out, world);
  const made = await importFiles(files, optionsOf(invocation, settings));
  const hasFailed = hasErrors(made.issues);
  const written =
    hasFailed || out === undefined
      ? []
      : await writeImported(made, { out, files, settings }, invocation, world);
  await sayImported(made, { out, written }, invocation, world);
  if (hasFailed) throw new DataError(made.issues);
  return 0;
}

/** The field forms the study at the target was asked with: they say what the choices of an export stand for. */
async function formsOf(folder: string, world: World): Promise<SourceFile[]> {
  const forms = world.join(folder, 'forms');
  if ((await world.kindOf(forms)) !== 'folder') return [];
  const names = (await world.list(forms)).filter((name) => name.endsWith('.xlsx'));
  return Promise.all(
    names.map(async (name) => ({
      file: `forms/${name}`,
      bytes: await world.readFile(world.join(forms, name)),
    })),
  );
}

/** The settings of the study at the target; undefined where there is none yet. Throws a DataError when they are faulty. */
async function settingsIn(folder: string, world: World): Promise<Settings | undefined> {
  const path = world.join(folder, 'study.yaml');
  if ((await world.kindOf(path)) !== 'file') return undefined;
  const { settings, issues } = readSettings(await world.readFile(path), 'study.yaml');
  if (hasErrors(issues)) throw new DataError(issues);
  return settings;
}

function optionsOf(invocation: Invocation, settings: Settings | undefined): ImportOptions {
  const zone = textOption(invocation, 'timeZone') ?? settings?.time_zone;
  if (zone !== undefined && !isTimeZone(zone)) {
    throw new UsageError(`--time-zone ${zone} is no time zone that is known; one is Europe/Belgrade`);
  }
  return {
    from: textOption(invocation, 'from'),
    headers: joinHeaders(mappingOf(settings), toldHeaders(textsOption(invocation, 'column'))),
    values: toldValues(textsOption(invocation, 'set')),
    populations: settings?.populations,
    dates: {
      order: textOption(invocation, 'dateOrder') as DateOrder | undefined,
      timeZone: zone,
      dayStartsAt: minutesOf(textOption(invocation, 'dayStartsAt') ?? settings?.day_starts_at ?? '06:00'),
    },
  };
}

function minutesOf(text: string): number {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) {
    throw new UsageError('--day-starts-at takes a time such as 06:00');
  }
  return Number(hours) * 60 + Number(minutes);
}

type Headers = NonNullable<ImportOptions['headers']>;

/** The mapping an earlier import wrote into study.yaml. */
function mappingOf(settings: Settings | undefined): Headers {
  const merged: Record<string, Record<string, string>> = {};
  for (const { columns = {} } of settings?.imports ?? []) {
    for (const [table, headers] of Object.entries(columns)) merged[table] = { ...merged[table], ...headers };
  }
  return merged;
}

const joinHeaders = (a: Headers, b: Headers): Headers =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((table) => [
      table,
      { ...a[table], ...b[table] },
    ]),
  );

const COLUMN_NAMES = new Set(INPUT_TABLES.flatMap((table) => Object.keys(table.columns)));

function toldHeaders(texts: readonly string[]): Headers {
  const headers: Record<string, Record<string, string>> = {};
  for (const text of texts) {
    const [, table = '', name, header] = /^(?:(\w+)\.)?(\w+)=(.+)$/.exec(text) ?? [];
    if (name === undefined || header === undefined || !isColumn(table, name)) {
      throw new UsageError(
        `--column ${text}: name=HEADER is expected, with a column such as spot_id or reports.min`,
      );
    }
    headers[table] = { ...headers[table], [name]: header };
  }
  return headers;
}

const isColumn = (table: string, name: string) =>
  table === ''
    ? COLUMN_NAMES.has(name)
    : INPUT_TABLES.some(({ id, columns }) => id === table && Object.hasOwn(columns, name));

function toldValues(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^(\w+)=(.*)$/.exec(text) ?? [];
      if (name === undefined || value === undefined || !COLUMN_NAMES.has(name)) {
        throw new UsageError(
          `--set ${text}: name=value is expected, with a column such as population or level`,
        );
      }
      return [name, value];
    }),
  );
}
