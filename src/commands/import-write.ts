import { writeCsv } from '../formats/csv.js';
import type { Import } from '../import/import-files.js';
import type { ImportedTable } from '../import/imported-table.js';
import type { SourceFile } from '../import/opened.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import type { ImportRecord, Settings } from '../model/settings.js';
import { importedStudyYaml, importsYaml } from '../study/imported-study.js';
import { INPUT_TABLES } from '../study/input-tables.js';
import { isOn, textOption, type Invocation } from './command.js';

/** Where an import goes: the folder, the files it came from, and the settings of the study that is there already. */
export interface ImportTarget {
  readonly out: string;
  readonly files: readonly SourceFile[];
  readonly settings: Settings | undefined;
}

/**
 * Writes the imported tables: a new study, or tables of the one that is there, whose study.yaml gets the mapping at its end once. Gives
 * the names of what was written. Throws a UsageError where a table is there already and --replace is not said.
 */
export async function writeImported(
  made: Import,
  { out, files, settings }: ImportTarget,
  invocation: Invocation,
  world: World,
): Promise<readonly string[]> {
  const tables = [...made.tables].map(([id, table]) => [fileOf(id, settings), csvOf(table)] as const);
  const imports = recordsOf(made, files, world);
  if (settings === undefined) {
    const populations = [...new Set([...made.tables.values()].flatMap(populationsIn))].sort();
    const timeZone = textOption(invocation, 'timeZone');
    const yaml = importedStudyYaml({ title: 'My mapping', populations, timeZone, imports });
    await world.writeNewFolder(out, new Map([['study.yaml', yaml], ...tables]));
    return ['study.yaml', ...tables.map(([name]) => name)];
  }
  for (const [name] of tables) {
    if (!isOn(invocation, 'replace') && (await world.kindOf(world.join(out, name))) !== undefined) {
      throw new UsageError(`${world.shorten(out)} has ${name} already; say --replace to replace it`);
    }
  }
  for (const [name, text] of tables) await world.renewFile(world.join(out, name), text);
  const names = tables.map(([name]) => name);
  if (settings.imports !== undefined) return names;
  const path = world.join(out, 'study.yaml');
  const before = new TextDecoder().decode(await world.readFile(path));
  await world.renewFile(path, `${before.replace(/\n*$/, '\n')}\n${importsYaml(imports)}`);
  return [...names, 'study.yaml'];
}

function fileOf(id: string, settings: Settings | undefined): string {
  return settings?.files[id] ?? INPUT_TABLES.find((table) => table.id === id)?.file ?? `${id}.csv`;
}

/** Degrees keep seven decimals, about a centimetre. */
const DECIMALS = 7;

const NUMERIC = new Set(['count', 'amount', 'number', 'latitude', 'longitude']);

/** The table as CSV; numbers are written as numbers, so that a negative longitude stays one. */
function csvOf({ id, columns, rows }: ImportedTable): string {
  const declared = INPUT_TABLES.find((table) => table.id === id)?.columns ?? {};
  const value = (column: string, cell: string) => {
    const isNumeric = NUMERIC.has(declared[column]?.kind ?? 'number');
    return isNumeric && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  };
  const cells = rows.map((row) =>
    columns.map((column) => {
      const cell = row.cells.get(column) ?? '';
      return cell === '' ? undefined : value(column, cell);
    }),
  );
  return writeCsv({ name: id, columns, rows: cells }, DECIMALS);
}

const populationsIn = ({ rows }: ImportedTable): string[] =>
  rows.map(({ cells }) => cells.get('population') ?? '').filter((code) => code !== '');

/** What is kept of each file in study.yaml: its hash, its kind, and the headers that hold columns. */
function recordsOf(made: Import, files: readonly SourceFile[], world: World): ImportRecord[] {
  return made.recognised
    .filter(({ kind }) => kind !== 'companion')
    .map(({ file, kind }) => {
      const columns: Record<string, Record<string, string>> = {};
      for (const use of made.uses) {
        if (!use.isOwn || (use.file !== file && !use.file.startsWith(`${file}[`))) continue;
        columns[use.table] = { ...columns[use.table], [use.column]: use.header };
      }
      const bytes = files.find((source) => source.file === file)?.bytes ?? new Uint8Array();
      return { file, sha256: world.sha256(bytes), kind, columns };
    });
}
