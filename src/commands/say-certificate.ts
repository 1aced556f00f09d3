import { printable } from '../draw/printable.js';
import type { Style } from '../draw/style.js';
import { drawTable, formatPersons } from '../draw/text-table.js';
import { writeCsv } from '../formats/csv.js';
import { loadHighs } from '../io/load-highs.js';
import { tabulate } from '../model/table.js';
import { certifyAssignment, type AskedAssignment, type GroupCertificate } from '../plan/certify/certify.js';
import type { Microplan } from '../plan/microplan.js';
import { BOUND_COLUMNS } from '../plan/tables/bounds.js';

/** The bounds of a plan, as a table to write and as lines to print. */
export interface Certificate {
  readonly groups: readonly GroupCertificate[];
  readonly csv: string;
  readonly lines: readonly string[];
}

const MISSING =
  'The package highs is not installed: bounds start from own prices alone (npm install highs to sharpen them).';

/** Proves bounds for the assignment of a plan, with the optional solver where it is installed. */
export async function certificateOf(
  plan: Microplan,
  asked: AskedAssignment,
  style: Style,
): Promise<Certificate> {
  const solver = await loadHighs();
  const groups = certifyAssignment(plan, asked, solver);
  return {
    groups,
    csv: writeCsv(tabulate('plan/bounds.csv', BOUND_COLUMNS, groups)),
    lines: ['', drawBounds(groups, style), ...(solver === undefined ? [MISSING] : [])],
  };
}

function drawBounds(groups: readonly GroupCertificate[], style: Style): string {
  const isPlain = groups.some(({ distance }) => distance === 'plain');
  const rows = groups.map(({ populations, parts, workers, objective, bound, gap }) => [
    printable(populations.join(' ')),
    formatPersons(workers),
    formatPersons(parts),
    objective.toFixed(1),
    bound === undefined ? '–' : bound.toFixed(1),
    gap === undefined ? 'too large to bound' : `at most ${(Math.ceil(1e4 * gap - 1e-6) / 100).toFixed(2)}%`,
  ]);
  return drawTable(
    [
      { title: 'who serves what' },
      { title: 'workers', align: 'right' },
      { title: 'parts', align: 'right' },
      { title: isPlain ? 'km' : 'people-km', align: 'right' },
      { title: 'proved least', align: 'right' },
      { title: 'could be saved', align: 'right' },
    ],
    rows,
    style,
  );
}
