import { printable } from '../draw/printable.js';
import type { Voice } from './voice.js';
import { drawTable } from '../draw/text-table.js';
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

/** Proves bounds for the assignment of a plan, with the optional solver where it is installed. */
export async function certificateOf(
  plan: Microplan,
  asked: AskedAssignment,
  voice: Voice,
): Promise<Certificate> {
  const solver = await loadHighs();
  const groups = certifyAssignment(plan, asked, solver);
  return {
    groups,
    csv: writeCsv(tabulate('plan/bounds.csv', BOUND_COLUMNS, groups)),
    lines: [
      '',
      drawBounds(groups, voice),
      ...(solver === undefined ? [voice.words.study.bounds.noSolver] : []),
    ],
  };
}

function drawBounds(groups: readonly GroupCertificate[], voice: Voice): string {
  const { page, study } = voice.words;
  const isPlain = groups.some(({ distance }) => distance === 'plain');
  const rows = groups.map(({ populations, parts, workers, objective, bound, gap }) => [
    printable(populations.join(' ')),
    page.number(workers),
    page.number(parts),
    page.number(objective, 1, true),
    bound === undefined ? '–' : page.number(bound, 1, true),
    gap === undefined ? study.bounds.tooLarge : study.bounds.atMost(Math.ceil(1e4 * gap - 1e-6) / 1e4),
  ]);
  return drawTable(
    [
      { title: study.bounds.who },
      { title: study.plan.workers, align: 'right' },
      { title: study.bounds.parts, align: 'right' },
      { title: isPlain ? study.bounds.km : study.bounds.personKm, align: 'right' },
      { title: study.bounds.least, align: 'right' },
      { title: study.bounds.saved, align: 'right' },
    ],
    rows,
    voice,
  );
}
