import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';
import { formatNumber } from '../../src/formats/number.js';
import type { Cell, Table } from '../../src/model/table.js';
import { makeAll, townView } from '../support/export-town.js';
import { isInstalled, runProgram } from '../support/outside-program.js';
import { inFreshFolder } from '../support/program.js';

const hasLibreOffice = isInstalled(
  'soffice',
  'that LibreOffice opens workbooks and CSV as they were written',
);

/** Serbian, as LibreOffice numbers languages: a decimal comma as in Albanian, of which it knows no numbers (7.4). */
const SERBIAN = '2074';
/** UTF-8, values as they are and not as they are shown, one file a sheet. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function convert(files: readonly string[], folder: string, options: readonly string[] = []): void {
  runProgram(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...options,
      '--convert-to',
      AS_CSV,
      '--outdir',
      join(folder, 'out'),
      ...files,
    ],
    { env: { HOME: folder } },
  );
}

const rowsOf = (path: string) => readCsv(readFileSync(path), path).table;

/** A cell as another program must give it back. */
const shown = (cell: Cell) => (typeof cell === 'number' ? formatNumber(cell, 6) : (cell ?? ''));

const cellsOf = (table: Table) => table.rows.map((row) => row.map(shown));

describe('LibreOffice', () => {
  it('opens the workbook and the CSV of a language with a decimal comma with the columns, letters, numbers, days and texts that were written', async () => {
    if (!hasLibreOffice) return;
    const view = await townView('programme');
    const made = await makeAll(view);
    inFreshFolder((folder) => {
      mkdirSync(join(folder, 'in'));
      writeFileSync(join(folder, 'in', 'tables.xlsx'), made.get('xlsx')?.get('tables.xlsx') ?? '');
      const texts = ['spots', 'municipalities'];
      for (const name of texts) {
        writeFileSync(join(folder, 'in', `${name}.csv`), made.get('csv')?.get(`${name}.csv`) ?? '');
      }
      convert([join(folder, 'in', 'tables.xlsx')], folder);
      for (const table of view.tables) {
        const read = rowsOf(join(folder, 'out', `tables-${table.name.slice(0, 31)}.csv`));
        expect(read?.columns).toEqual(table.columns);
        expect(read?.rows).toEqual(cellsOf(table));
      }
      convert(
        texts.map((name) => join(folder, 'in', `${name}.csv`)),
        folder,
        [`--infilter=Text - txt - csv (StarCalc):59,34,76,1,,${SERBIAN},false,true`],
      );
      for (const name of texts) {
        const table = view.tables.find((candidate) => candidate.name === name);
        const read = rowsOf(join(folder, 'out', `${name}-${name}.csv`));
        expect(read?.columns).toEqual(table?.columns);
        const defused = table?.rows.map((row) =>
          row.map((cell) => (cell === '=1+1' || cell === '@home' ? `'${cell}` : shown(cell))),
        );
        expect(read?.rows).toEqual(defused);
      }
    });
  });
});
