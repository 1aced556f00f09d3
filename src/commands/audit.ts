import { auditTable } from '../audit/audit-table.js';
import { inferParents } from '../audit/infer-parents.js';
import {
  ROLES,
  type AuditReport,
  type AuditRow,
  type Cell,
  type Finding,
  type LearnedRule,
  type Repair,
  type Role,
} from '../audit/types.js';
import { writeComputed, writtenNumber } from '../audit/written-number.js';
import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import { writeCsv } from '../formats/csv.js';
import type { World } from '../io/world.js';
import { DataError, UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import { AUDITED, type AuditedRow } from '../model/tables/audited.js';
import { tabulate, type OutputColumn } from '../model/table.js';
import { readTable } from '../study/read-table.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { LANGUAGE_OPTION } from './shared-options.js';
import { voiceFor, type Voice } from './voice.js';

export const AUDIT: Command = {
  arguments: [{ name: 'FILE', says: 'the table, CSV or Parquet; - reads standard input', required: true }],
  options: [
    {
      flags: '--column <name=header...>',
      says: 'which header holds what, such as --column label=City estimate="FSW 2016"',
    },
    { flags: '--out <file>', says: 'write the findings as CSV' },
    { flags: '--json', says: 'print the report as one JSON document' },
    { flags: '--quiet', says: 'say nothing; the exit code tells' },
    LANGUAGE_OPTION,
    { flags: '--plain', says: 'no line drawing' },
    { flags: '--no-color', says: 'no colours, as with NO_COLOR' },
  ],
  details: `Looks for arithmetic slips: order of min, estimate and max; midpoints; parts that do not add up to their total; rates and means that do not fit; rows printed twice. Proposes the one-cell repair that restores most. Columns: label, parent, level, population, study, ${ROLES.join(', ')}. A total is recognised by its parent column or by standing next to its parts. Ends with 1 when there is an error.`,
  examples: [
    {
      line: 'spotwise audit fixtures/cameroon-2015/as-printed.csv',
      says: 'finds the two slips in the printed table of eight cities',
    },
  ],
  run: audit,
};

async function audit(invocation: Invocation, world: World): Promise<number> {
  const [path = ''] = invocation.arguments;
  const rows = await readRows(path, invocation, world);
  const report = auditTable(inferParents(rows));
  const out = textOption(invocation, 'out');
  if (out === '-') {
    await world.stdout.write(writeCsv(tabulate('audit', FINDING_COLUMNS, report.findings)));
    return codeOf(report);
  }
  if (out !== undefined)
    await world.writeFile(out, writeCsv(tabulate('audit', FINDING_COLUMNS, report.findings)));
  if (isOn(invocation, 'json')) await world.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else if (!isOn(invocation, 'quiet'))
    await world.stdout.write(`${draw(report, voiceFor(invocation, world, 'stdout'))}\n`);
  return codeOf(report);
}

const codeOf = (report: AuditReport) =>
  report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;

async function readRows(path: string, invocation: Invocation, world: World): Promise<AuditRow[]> {
  const source = await openTable(path, world, { keepsScale: true });
  const reading = readTable(AUDITED, { ...source, headers: headersOf(invocation) });
  if (hasErrors(reading.issues)) {
    const errors = reading.issues.filter((issue) => issue.severity === 'error');
    throw new DataError(errors);
  }
  const { rows, leftOut } = toAuditRows(reading.rows);
  if (leftOut.length > 0 && !isOn(invocation, 'quiet')) {
    const say = invocation.words.proof.audit;
    const cells = leftOut.map(({ line, role }) => `${say.line(line)} ${role}`);
    await world.stderr.write(`${say.leftOut(cells.join(', '))}\n`);
  }
  return rows;
}

function headersOf(invocation: Invocation): Record<string, string> {
  const given = invocation.options['column'];
  if (!Array.isArray(given)) return {};
  return Object.fromEntries(
    (given as readonly string[]).map((text) => {
      const [name = '', ...header] = text.split('=');
      if (!Object.hasOwn(AUDITED.columns, name) || header.length === 0) {
        throw new UsageError(
          `--column takes name=header with a name of ${Object.keys(AUDITED.columns).join(', ')}`,
        );
      }
      return [name, header.join('=')];
    }),
  );
}

/** A cell that holds no printed number. */
interface LeftOut {
  readonly line: number;
  readonly role: Role;
}

/** The rows with their printed numbers, and the cells that hold none, such as "about 700". */
function toAuditRows(rows: readonly AuditedRow[]): { rows: AuditRow[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const trailingZero = new Set(ROLES.filter((role) => rows.every((row) => /^$|\.0$/.test(row[role] ?? ''))));
  const audited = rows.map((row): AuditRow => {
    const cells: Partial<Record<Role, Cell>> = {};
    for (const role of ROLES) {
      const text = row[role];
      if (text === undefined) continue;
      const cell = writtenNumber(trailingZero.has(role) ? text.replace(/\.0$/, '') : text);
      if (cell !== undefined) cells[role] = cell;
      else leftOut.push({ line: row.line, role });
    }
    return {
      label: row.label,
      line: row.line,
      ...(row.parent === undefined ? {} : { parent: row.parent }),
      ...(row.population === undefined ? {} : { group: row.population }),
      ...(row.study === undefined ? {} : { source: row.study }),
      ...(row.level === undefined ? {} : { level: row.level }),
      cells,
    };
  });
  return { rows: audited, leftOut };
}

const FINDING_COLUMNS: readonly OutputColumn<Finding>[] = [
  { name: 'severity', meaning: 'error or warning', of: (finding) => finding.severity },
  { name: 'code', meaning: 'kind of finding', of: (finding) => finding.code },
  { name: 'label', meaning: 'row', of: (finding) => finding.label },
  { name: 'line', meaning: 'line in the file', of: (finding) => finding.line },
  { name: 'column', meaning: 'cell the finding is about', of: (finding) => finding.role },
  { name: 'found', meaning: 'what is printed', of: (finding) => finding.found },
  { name: 'expected', meaning: 'what the arithmetic says', of: (finding) => finding.expected },
  { name: 'message', meaning: 'one sentence', of: (finding) => finding.message },
  { name: 'fix', meaning: 'what to do', of: (finding) => finding.fix },
  { name: 'repair_label', meaning: 'row of the proposed repair', of: ({ repair }) => repair?.label },
  { name: 'repair_line', meaning: 'line of the proposed repair', of: ({ repair }) => repair?.line },
  { name: 'repair_column', meaning: 'cell of the proposed repair', of: ({ repair }) => repair?.role },
  { name: 'repair_from', meaning: 'as printed', of: ({ repair }) => repair?.from },
  { name: 'repair_to', meaning: 'proposed', of: ({ repair }) => repair?.to },
  {
    name: 'confidence',
    meaning: 'how sure the proposal is: high, medium or low',
    of: ({ repair }) => repair?.confidence,
  },
];

function draw(report: AuditReport, voice: Voice): string {
  const { page, proof } = voice.words;
  const say = proof.audit;
  const { findings, repairs, summary } = report;
  const paint = { error: voice.bad, warning: voice.doubtful };
  const said = findings.map(({ severity, label, line, code, message }) =>
    [
      `${paint[severity](page.issues.severity[severity])}  ${say.line(line)}  ${voice.strong(printable(label))}  ${voice.faint(code)}`,
      `  ${printable(message)}`,
    ].join('\n'),
  );
  const identities = drawTable(
    [{ title: say.checked }, { title: say.times, align: 'right' }, { title: say.held, align: 'right' }],
    summary.identities
      .filter((identity) => identity.checked > 0)
      .map(({ kind, checked, held }) => [kind, page.number(checked), page.number(held)]),
    voice,
  );
  const rules = summary.rules
    .filter(({ basis }) => basis === 'learned')
    .map((rule) => voice.faint(sayRule(rule, voice.words)));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    ...said,
    ...(repairs.length === 0 ? [] : [drawRepairs(repairs, voice)]),
    [identities, ...rules].join('\n'),
    say.counts(say.found(errors, findings.length - errors), summary.rows),
  ].join('\n\n');
}

function sayRule(
  { rule, source, group, rows, held, inForce }: LearnedRule,
  { proof: { audit: say } }: TerminalWords,
): string {
  const where = [source, group].filter((part) => part !== undefined).map(printable);
  return say.rule([rule, ...where].join(', '), held, rows, inForce ? say.inForce : say.notInForce);
}

function drawRepairs(repairs: readonly Repair[], voice: Voice): string {
  const say = voice.words.proof.audit;
  return drawTable(
    [
      { title: say.repair },
      { title: say.cell },
      { title: say.printed, align: 'right' },
      { title: say.proposed, align: 'right' },
      { title: say.howSure },
      { title: say.restores },
    ],
    repairs.map((repair) => [
      printable(repair.label),
      repair.role,
      writeComputed(repair.from),
      writeComputed(repair.to),
      say.confidence[repair.confidence],
      printable(repair.restores.join('; ')),
    ]),
    voice,
  );
}
