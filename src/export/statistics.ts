import type { Table } from '../model/table.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { columnTypes, machineFiles } from './machine-tables.js';
import type { ExportView } from './view.js';

export const R: ExportFormat = {
  id: 'r',
  title: 'R',
  writes:
    'Every table as CSV with read.R: base R that reads them into data frames with types and a label a column.',
  forWhom: 'researchers with R: source("read.R") in the folder',
  audiences: EVERYBODY,
  source: 'R utils::read.csv; attribute "label" as RStudio, haven and Hmisc show it',
  make: (view) => new Map([['read.R', rScript(view)], ...machineFiles(view.tables)]),
};

export const STATA: ExportFormat = {
  id: 'stata',
  title: 'Stata',
  writes:
    'Every table as CSV with read.do: reads them with types and variable labels and saves them as .dta.',
  forWhom: 'researchers with Stata 14 or newer: do read.do in the folder',
  audiences: EVERYBODY,
  source: 'Stata import delimited, label variable, notes',
  make: (view) => new Map([['read.do', stataScript(view)], ...machineFiles(view.tables)]),
};

const HONEST =
  'low and high are reported lowest and highest figures, added up; they are not a confidence interval';

function rScript({ tables }: ExportView): string {
  const described = tables.map((table) => `  ${rText(table.name)} = ${rColumns(table)}`);
  return `# Reads the tables of this folder: source("read.R"), then results$national and so on.
# ${HONEST}.
# Missing is NA. Set the folder first where it is not the working one: folder <- "..."
if (!exists("folder")) folder <- "."

columns <- list(
${described.join(',\n')}
)

read_table <- function(name) {
  known <- columns[[name]]
  table <- utils::read.csv(
    file.path(folder, paste0(name, ".csv")),
    colClasses = unname(known$type), na.strings = "", check.names = FALSE,
    fileEncoding = "UTF-8", stringsAsFactors = FALSE
  )
  for (column in names(table)) attr(table[[column]], "label") <- known$label[[column]]
  table
}

results <- sapply(names(columns), read_table, simplify = FALSE)
`;
}

/** A text of R, in double quotes. */
const rText = (text: string) => JSON.stringify(text);

function rColumns(table: Table): string {
  const types = columnTypes(table).map((type) =>
    type === 'integer' || type === 'number' ? 'numeric' : 'character',
  );
  const entries = (values: readonly string[]) =>
    table.columns.map((name, at) => `${rText(name)} = ${rText(values[at] ?? '')}`).join(', ');
  return `list(\n    type = c(${entries(types)}),\n    label = list(${entries(table.meanings ?? [])})\n  )`;
}

const LONGEST_LABEL = 80;

function stataScript({ tables }: ExportView): string {
  const parts = tables.map((table) => {
    const texts = columnTypes(table).flatMap((type, at) =>
      type === 'integer' || type === 'number' ? [] : [String(at + 1)],
    );
    const strings = texts.length === 0 ? '' : ` stringcols(${texts.join(' ')})`;
    const labels = table.columns.flatMap((name, at) => {
      const meaning = stataText(table.meanings?.[at] ?? '');
      if (meaning === '' || !/^[A-Za-z_]\w{0,31}$/.test(name)) return [];
      const label = `label variable ${name} "${meaning.slice(0, LONGEST_LABEL)}"`;
      return meaning.length <= LONGEST_LABEL ? [label] : [label, `notes ${name}: ${meaning}`];
    });
    return [
      `import delimited using "${table.name}.csv", clear varnames(1) case(preserve) encoding("utf-8")${strings}`,
      ...labels,
      `save "${table.name}.dta", replace`,
    ].join('\n');
  });
  return `* Reads the tables of this folder with labels and saves each as .dta: do read.do
* ${HONEST}.
version 14
${parts.join('\n\n')}
`;
}

/** A text that stands safely between Stata's quotes: no quote, no macro sign, no line end. */
const stataText = (text: string) => text.replaceAll(/["`$\\]|\p{Cc}/gu, ' ');
