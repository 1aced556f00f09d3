import type { Table } from '../model/table.js';
import { EVERYBODY, type ExportFormat } from './format.js';

export const JSON_LINES: ExportFormat = {
  id: 'jsonl',
  title: 'JSON Lines',
  writes:
    'Every table as one JSON object a row and line, with the names of the columns as keys; missing is null.',
  forWhom: 'scripts and databases that read line by line',
  audiences: EVERYBODY,
  source: 'jsonlines.org',
  make: ({ tables }) => new Map(tables.map((table) => [`${table.name}.jsonl`, linesOf(table)])),
};

function linesOf({ columns, rows }: Table): string {
  const lines = rows.map((row) => {
    const entries = columns.map(
      (column, at) => `${JSON.stringify(column)}:${JSON.stringify(row[at] ?? null)}`,
    );
    return `{${entries.join(',')}}\n`;
  });
  return lines.join('');
}
