import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeAll, townView } from '../support/export-town.js';
import { isInstalled, runProgram } from '../support/outside-program.js';
import { inFreshFolder } from '../support/program.js';

const hasR = isInstalled('Rscript', 'that R reads the tables with the script of export');

const SCRIPT = `source("read.R")
number <- function(x) if (is.na(x)) "NA" else format(x, digits = 15)
for (name in names(results)) {
  table <- results[[name]]
  sums <- vapply(table, function(x) if (is.numeric(x)) sum(x, na.rm = TRUE) else NA_real_, numeric(1))
  labels <- vapply(table, function(x) attr(x, "label"), character(1))
  cat(name, nrow(table), ncol(table), paste(vapply(sums, number, ""), collapse = " "), all(nchar(labels) > 0), sep = "|")
  cat("\\n")
}
cat(enc2utf8(results$municipalities$municipality[1]), "\\n")
`;

describe('R', () => {
  it('reads every table with rows, columns, sums, labels and letters as they were written', async () => {
    if (!hasR) return;
    const view = await townView('programme');
    const made = await makeAll(view);
    inFreshFolder((folder) => {
      for (const [name, data] of made.get('r') ?? []) writeFileSync(join(folder, name), data);
      writeFileSync(join(folder, 'check.R'), SCRIPT);
      const lines = runProgram('Rscript', ['--vanilla', 'check.R'], {
        cwd: folder,
        env: { LC_ALL: 'C.UTF-8' },
      })
        .trim()
        .split('\n');
      const read = new Map(
        lines.slice(0, -1).map((line) => {
          const [name = '', rows, columns, sums = '', labelled] = line.split('|');
          return [name, { rows, columns, sums: sums.split(' '), labelled }] as const;
        }),
      );
      expect([...read.keys()]).toEqual(view.tables.map(({ name }) => name));
      for (const table of view.tables) {
        const said = read.get(table.name);
        expect([said?.rows, said?.columns, said?.labelled]).toEqual([
          String(table.rows.length),
          String(table.columns.length),
          'TRUE',
        ]);
        for (const [at] of table.columns.entries()) {
          const cells = table.rows.map((row) => row[at]).filter((cell) => cell !== undefined);
          if (cells.length === 0 || cells.some((cell) => typeof cell === 'string')) continue;
          const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
          expect(Number(said?.sums[at])).toBeCloseTo(sum, 4);
        }
      }
      expect(lines.at(-1)?.trim()).toBe('Gjakovë');
    });
  });
});
