import type { DisclosureRules } from '../../model/disclosure.js';
import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { unprotectedCells } from '../audit/unprotected.js';
import { areaSums } from '../protect/area-sums.js';
import { seenAs } from '../protect/protect-cells.js';
import type { ReleasedRow } from './released-rows.js';

/** What is wrong with the cells of an aggregated output under its rules: each row by itself, then all rows together. */
export function checkCells(rows: readonly ReleasedRow[], rules: DisclosureRules): Issue[] {
  const nation = new Map(
    rows.filter((row) => row.table === 'national').map((row) => [row.population, row.estimate]),
  );
  return [
    ...rows.flatMap((row) => checkRow(row, rules)),
    ...rows.flatMap((row) => checkRatios(row, nation.get(row.population))),
    ...checkTogether(rows, rules),
  ];
}

function checkRow(row: ReleasedRow, rules: DisclosureRules): Issue[] {
  const { file, line } = row;
  if (row.isHidden || row.estimate === undefined) {
    const given = [row.low, row.estimate, row.high, row.spotsAtLeast, row.share, row.per1000];
    const message = 'The cell is marked hidden and still has a figure, or has neither figure nor mark.';
    const isClean = row.isHidden && given.every((figure) => figure === undefined);
    return isClean ? [] : [raise('release-derivable', { file, line, column: 'hidden' }, { message })];
  }
  const issues: Issue[] = [];
  if (row.estimate < rules.people) {
    const message = `The estimate is under the floor of ${rules.people} persons.`;
    issues.push(raise('release-cell-small', { file, line, column: 'estimate' }, { message }));
  }
  if (row.spotsAtLeast === undefined || row.spotsAtLeast < rules.spots) {
    const message = `The row does not say that it has at least ${rules.spots} spots.`;
    issues.push(raise('release-spots-few', { file, line, column: 'spots_at_least' }, { message }));
  }
  for (const column of ['low', 'estimate', 'high'] as const) {
    if ((row[column] ?? 0) % rules.round_to !== 0) {
      const message = `The figure is no multiple of ${rules.round_to}.`;
      issues.push(raise('release-decimals', { file, line, column }, { message }));
    }
  }
  return issues;
}

/** A share or rate may say no more than the rounded figures it comes from. */
function checkRatios(row: ReleasedRow, nation: number | undefined): Issue[] {
  const { file, line, estimate } = row;
  if (estimate === undefined) return [];
  const expected = {
    share: nation === undefined || nation === 0 ? undefined : estimate / nation,
    per_1000: row.denominatorPersons === undefined ? undefined : (1000 * estimate) / row.denominatorPersons,
  };
  const given = { share: row.share, per_1000: row.per1000 };
  const width = { share: 0.0051, per_1000: 0.051 };
  return (['share', 'per_1000'] as const).flatMap((column) => {
    const value = given[column];
    if (value === undefined) return [];
    const wanted = expected[column];
    if (wanted !== undefined && Math.abs(value - wanted) <= width[column]) return [];
    const message =
      'The ratio does not follow from the rounded figures shown, so it tells of the exact ones.';
    return [raise('release-derivable', { file, line, column }, { message })];
  });
}

function checkTogether(rows: readonly ReleasedRow[], rules: DisclosureRules): Issue[] {
  const issues: Issue[] = [];
  for (const population of new Set(rows.map((row) => row.population))) {
    const own = rows.filter((row) => row.population === population);
    const table = { cells: own.map((row) => seenAs(row, rules)), sums: areaSums(own), hasRanges: true };
    try {
      for (const { cell, bounds, measure } of unprotectedCells(table, rules.people)) {
        const { file, line } = own[cell] ?? { file: '', line: 0 };
        const width = bounds.most - bounds.least;
        const message = `The hidden ${measure} can be bounded to a width of ${width}, or to one side of ${rules.people}.`;
        issues.push(raise('release-derivable', { file, line, column: measure }, { message }));
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const message = 'No counts fit all the figures shown for one population.';
      issues.push(raise('release-contradiction', { file: own[0]?.file ?? '' }, { message }));
    }
  }
  return issues;
}
