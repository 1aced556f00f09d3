import type { FindingCode, Severity } from './types.js';

/** One entry of the catalogue of findings. */
export interface FindingEntry {
  readonly id: FindingCode;
  /** The severity a finding of this code has, unless its rule was only presumed, which makes it a warning. */
  readonly severity: Severity;
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

/** Every code an audit can give, in the order findings of one line are listed. */
export const FINDING_CATALOGUE: readonly FindingEntry[] = [
  {
    id: 'range-order',
    severity: 'error',
    title: 'Range out of order',
    meaning: 'The minimum is above the estimate or the estimate is above the maximum.',
    fix: 'Swap the two figures, or correct one from the original record.',
  },
  {
    id: 'midpoint-slip',
    severity: 'error',
    title: 'Midpoint broken by a slip',
    meaning:
      'The table takes the estimate halfway between minimum and maximum; this row does not, and one cell changed would put it right.',
    fix: 'Compare the named cell with the original record and correct it.',
  },
  {
    id: 'midpoint-deviation',
    severity: 'warning',
    title: 'Estimate off the midpoint',
    meaning:
      'The table takes the estimate halfway between minimum and maximum; this row does not, and no single change stands out. The row may follow another rule.',
    fix: 'Look up how this row was estimated; say so in a note if it followed another rule.',
  },
  {
    id: 'midpoint-column',
    severity: 'error',
    title: 'Stated midpoint wrong',
    meaning: 'The midpoint column is not half of minimum plus maximum.',
    fix: 'Recompute the midpoint, or correct the minimum or maximum it was computed from.',
  },
  {
    id: 'sum-mismatch',
    severity: 'error',
    title: 'Parts do not add up',
    meaning: 'A row differs from the sum of its parts by more than rounding allows.',
    fix: 'Check the total and each part against the original record; look for a part left out or counted twice.',
  },
  {
    id: 'part-missing',
    severity: 'error',
    title: 'A part seems to be missing',
    meaning: 'A row exceeds the sum of its parts in every column, by figures that one more part could have.',
    fix: 'Add the missing row, or say that the parts listed are a selection.',
  },
  {
    id: 'part-twice',
    severity: 'error',
    title: 'A part seems to be counted twice',
    meaning: 'The parts exceed their total in every column by exactly the figures of one of them.',
    fix: 'Remove the part if it is a subtotal or a repeat, or correct the total.',
  },
  {
    id: 'rate-mismatch',
    severity: 'error',
    title: 'Rate does not give the estimate',
    meaning:
      'Rate or share times denominator differs from the estimate by more than the printed digits allow.',
    fix: 'Check the decimal point of the rate, the estimate, and which denominator the rate refers to.',
  },
  {
    id: 'mean-spot-mismatch',
    severity: 'error',
    title: 'Mean per spot does not give the estimate',
    meaning:
      'Mean per spot times number of spots differs from the estimate by more than the printed digits allow.',
    fix: 'Check the mean, the number of spots, and whether the estimate includes people away from spots.',
  },
  {
    id: 'estimate-at-end',
    severity: 'warning',
    title: 'Estimate equals an end of its range',
    meaning:
      'The estimate is also the minimum or the maximum, as when a figure is copied into the next column.',
    fix: 'Compare the range with the original record.',
  },
  {
    id: 'duplicate-row',
    severity: 'warning',
    title: 'Two rows with the same figures',
    meaning:
      'Two rows of one parent have the same estimate, minimum and maximum, too large for a coincidence.',
    fix: 'Check that each row has its own figures; one may have been copied from the other.',
  },
  {
    id: 'impossible-value',
    severity: 'error',
    title: 'Impossible value',
    meaning:
      'A figure is below zero, a share above 1, a rate above 1,000 per 1,000, or an estimate above its denominator.',
    fix: 'Correct the figure, or its unit (percent for share, thousands for persons).',
  },
  {
    id: 'out-of-scale',
    severity: 'warning',
    title: 'Value out of scale',
    meaning: 'A ratio of two figures is many times above or below that of the other rows.',
    fix: 'Look for a digit dropped or added, or a unit mixed up, in the two figures.',
  },
  {
    id: 'parent-unknown',
    severity: 'warning',
    title: 'Parent not in the table',
    meaning: 'The row names a parent that no row of its group carries as label, so it is in no sum.',
    fix: 'Correct the name, or add the parent row.',
  },
  {
    id: 'parent-unclear',
    severity: 'warning',
    title: 'Parent not unique',
    meaning: 'Several rows, or only the row itself, carry the label the row names as its parent.',
    fix: 'Give each row a label of its own.',
  },
  {
    id: 'parent-cycle',
    severity: 'error',
    title: 'Row is part of itself',
    meaning: 'Following the parents from this row leads back to it.',
    fix: 'Correct the parent of one of the rows in the circle.',
  },
];

/** Returns the catalogue entry of a code. */
export function findingEntry(code: FindingCode): FindingEntry {
  const entry = FINDING_CATALOGUE.find((one) => one.id === code);
  if (entry === undefined) throw new Error(`The catalogue has no entry for ${code}.`);
  return entry;
}
