import type { DisclosureRules } from '../../model/disclosure.js';
import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import type { ReleasedRow } from './released-rows.js';

/**
 * Where two outputs tell more together than each alone. Two rounds of mapping differ nearly everywhere, and their
 * differences are the sum of many spots. Two outputs of nearly the same data differ in few cells, and each difference
 * tells what was added: these cells are named, and so are cells hidden in one output and shown in the other.
 */
export function compareReleases(
  now: readonly ReleasedRow[],
  before: readonly ReleasedRow[],
  rules: DisclosureRules,
): Issue[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const issues: Issue[] = [];
  for (const population of new Set(now.map((row) => row.population))) {
    const own = now.filter((row) => row.population === population);
    const areas = own.filter((row) => row.table === 'municipalities');
    const leaves = areas.length > 0 ? areas : own;
    const changed = leaves.filter((row) => differs(row, known.get(keyOf(row))));
    const shown = leaves.filter((row) => !row.isHidden).length;
    const enough = Math.min(Math.max(rules.spots, FEWEST_CHANGES), shown);
    if (changed.length >= enough && changed.length > 0) continue;
    for (const row of own.filter((each) => differs(each, known.get(keyOf(each))))) {
      const message = `The row differs from the earlier output, and so do only ${changed.length} of ${leaves.length} areas.`;
      issues.push(raise('release-difference', { file: row.file, line: row.line }, { message }));
    }
  }
  return issues;
}

/** Fewer changed areas than this are few under any rules. */
const FEWEST_CHANGES = 3;

const keyOf = (row: ReleasedRow) => JSON.stringify([row.table, row.name, row.population]);

function differs(row: ReleasedRow, earlier: ReleasedRow | undefined): boolean {
  if (earlier === undefined) return !row.isHidden;
  return (
    row.isHidden !== earlier.isHidden ||
    row.low !== earlier.low ||
    row.estimate !== earlier.estimate ||
    row.high !== earlier.high ||
    row.spotsAtLeast !== earlier.spotsAtLeast
  );
}
