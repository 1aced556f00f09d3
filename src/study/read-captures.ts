import { printable } from '../draw/printable.js';
import { DataError, UsageError } from '../model/failure.js';
import { raise } from '../model/issue-catalogue.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import { CAPTURES, REGISTER } from '../model/tables/captures.js';
import { captureTableOf, cellsOf, type CaptureTable } from '../methods/capture/capture-table.js';
import { weightedOverlap } from '../methods/capture/two-lists.js';
import { surveyWeight, weightedShare } from '../methods/multiplier/multiplier.js';
import type { RowOf } from '../model/columns.js';
import { readTable, type TableSource } from './read-table.js';

/** Capture histories read from a table, with what was found on the way. */
export interface CaptureReading {
  readonly table: CaptureTable;
  readonly issues: readonly Issue[];
  /** Sentences on what was joined or left out. */
  readonly notes: readonly string[];
}

/**
 * Returns the capture histories of a table `history,count` (with `dataset` and `lists` where given). Throws a
 * DataError for faulty rows, histories of different lengths or twice, and a UsageError when the table holds several
 * data sets and none is chosen.
 */
export function readCaptureHistories(source: TableSource, dataset: string | undefined): CaptureReading {
  const { rows, issues } = readTable(CAPTURES, source);
  if (hasErrors(issues)) throw new DataError(issues);
  const names = [...new Set(rows.map((row) => row.dataset ?? ''))];
  if (dataset === undefined && names.length > 1) {
    throw new UsageError(
      `${source.file} holds ${names.length} data sets; choose one with --dataset: ${printable(names.join(', '))}`,
    );
  }
  const chosen = rows.filter((row) => dataset === undefined || row.dataset === dataset);
  if (chosen.length === 0)
    throw new UsageError(
      `${source.file} has no data set "${printable(dataset ?? '')}"; it has ${printable(names.join(', '))}`,
    );
  const width = chosen[0]?.history.length ?? 0;
  const seen = new Set<string>();
  const faults = chosen.flatMap((row): Issue[] => {
    const place = { file: source.file, line: row.line, column: 'history' };
    const isTwice = seen.has(row.history);
    seen.add(row.history);
    if (!/^[01]+$/.test(row.history) || row.history.length !== width || !row.history.includes('1')) {
      const message = `A history is ${width} digits 0 or 1, at least one of them 1; a table cell that lost its leading zeros must be text.`;
      return [raise('history-invalid', place, { message, value: row.history })];
    }
    return isTwice ? [raise('history-duplicate', place, { message: 'The history stands in two rows.' })] : [];
  });
  const all = sortIssues([...issues, ...faults]);
  if (hasErrors(all)) throw new DataError(all);
  const stated = chosen[0]?.lists?.split('|').map((name) => name.trim());
  const lists =
    stated?.length === width ? stated : Array.from({ length: width }, (_, list) => `list ${list + 1}`);
  const absent = cellsOf(width) - 1 - chosen.length;
  const notes = absent === 0 ? [] : [`${absent} histories not in the table count 0`];
  return { table: captureTableOf(lists, chosen), issues: all, notes };
}

/**
 * Returns the capture histories of people in registers joined on their code; a code twice in one register counts
 * once, capitals and blanks around a code do not matter. No code leaves this function. Throws a DataError for faulty
 * rows.
 */
export function joinRegisters(sources: readonly TableSource[]): CaptureReading {
  const readings = sources.map((source) => readTable(REGISTER, source));
  const issues = sortIssues(readings.flatMap((reading) => reading.issues));
  if (hasErrors(issues)) throw new DataError(issues);
  const registers = readings.map(({ rows }) => new Set(rows.map((row) => row.code.trim().toUpperCase())));
  const historyByCode = new Map<string, number>();
  registers.forEach((codes, list) => {
    for (const code of codes) {
      historyByCode.set(code, (historyByCode.get(code) ?? 0) | (1 << (registers.length - 1 - list)));
    }
  });
  const counts = Array.from({ length: cellsOf(registers.length) }, () => 0);
  for (const cell of historyByCode.values()) counts[cell] = (counts[cell] ?? 0) + 1;
  const notes = readings.flatMap(({ rows }, at) => {
    const again = rows.length - (registers[at]?.size ?? 0);
    return again === 0
      ? []
      : [`${sources[at]?.file ?? ''}: ${again} contacts of people already in it counted once`];
  });
  const lists = sources.map((source) => source.file);
  const weighted = weighOverlap(readings, registers);
  return weighted === undefined
    ? { table: { lists, counts }, issues, notes }
    : { table: { lists, counts: weighted.counts }, issues, notes: [...notes, weighted.note] };
}

/**
 * The counts of two registers whose second is a survey with weights: its share on the first register, weighted, times
 * its people (G. Paz-Bailey et al. 2011, doi 10.1136/sti.2010.045633). Undefined where there are no weights.
 */
function weighOverlap(
  readings: readonly { readonly rows: readonly RowOf<typeof REGISTER>[] }[],
  registers: readonly ReadonlySet<string>[],
): { readonly counts: number[]; readonly note: string } | undefined {
  const [first, second] = registers;
  const rows = readings[1]?.rows ?? [];
  const isWeighted = rows.some((row) => row.contacts !== undefined || row.weight !== undefined);
  if (registers.length !== 2 || first === undefined || second === undefined || !isWeighted) return undefined;
  const once = new Map(rows.map((row) => [row.code.trim().toUpperCase(), row]));
  const respondents = [...once].map(([code, row]) => ({
    got: first.has(code),
    weight: surveyWeight(row),
    chain: '',
  }));
  const both = weightedOverlap(weightedShare(respondents), second.size);
  const raw = respondents.filter((row) => row.got).length;
  return {
    counts: [0, second.size - both, first.size - both, both],
    note: `overlap weighted by the survey: ${both} on both in place of ${raw}; the weights' own chance is not in the intervals (spotwise multiplier has it)`,
  };
}
