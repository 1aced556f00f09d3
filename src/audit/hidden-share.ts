import { writeComputed, writeNumber } from './written-number.js';
import type { Cell } from './types.js';

export interface HiddenShareInput {
  /** Persons seen at spots, before the correction. */
  readonly atSpots: Cell;
  /** The printed share, 0 to 1, whose meaning is in doubt. */
  readonly share: Cell;
  /** The printed total after the correction. */
  readonly total: Cell;
}

export interface HiddenShareAudit {
  /** Which reading of the share reproduces the total. */
  readonly reading: 'seen' | 'hidden' | 'both' | 'neither';
  /** Total when the share is the part that comes to spots: atSpots / share. */
  readonly totalIfSeen: number;
  /** Total when the share is the part that never comes: atSpots / (1 − share). */
  readonly totalIfHidden: number;
  /** The share seen that would give the printed total exactly. */
  readonly impliedShareSeen: number;
  readonly message: string;
}

/**
 * Returns which reading of a printed share, seen at spots or hidden from them, turns the count at spots into the
 * printed total, as far as the printed digits can tell. Iran 2025: 2,104 × 0.71 = 1,494 at spots and 1,966 in all
 * with a printed 0.76: 1,494 / 0.76 = 1,966, so 0.76 is the share seen, and 24% avoid spots. Near a share of one
 * half both readings fit.
 */
export function auditHiddenShare(input: HiddenShareInput): HiddenShareAudit {
  const { atSpots, share, total } = input;
  const fitsSeen = fits(input, (one) => one);
  const fitsHidden = fits(input, (one) => 1 - one);
  const reading = fitsSeen && fitsHidden ? 'both' : fitsSeen ? 'seen' : fitsHidden ? 'hidden' : 'neither';
  const found = {
    totalIfSeen: atSpots.value / share.value,
    totalIfHidden: atSpots.value / (1 - share.value),
    impliedShareSeen: atSpots.value / total.value,
  };
  return { reading, ...found, message: explain(input, reading, found) };
}

function fits({ atSpots, share, total }: HiddenShareInput, seenOf: (share: number) => number): boolean {
  const [spotUnit, shareUnit, totalUnit] = [atSpots, share, total].map((cell) => 0.5 * 10 ** -cell.decimals);
  const ends = [share.value - (shareUnit ?? 0), share.value + (shareUnit ?? 0)].map(seenOf);
  const [lowShare, highShare] = [Math.min(...ends), Math.max(...ends)];
  if (highShare <= 0) return false;
  const lowest = (atSpots.value - (spotUnit ?? 0)) / highShare;
  const highest = lowShare > 0 ? (atSpots.value + (spotUnit ?? 0)) / lowShare : Infinity;
  return total.value + (totalUnit ?? 0) >= lowest && total.value - (totalUnit ?? 0) <= highest;
}

function explain(
  { atSpots, share, total }: HiddenShareInput,
  reading: HiddenShareAudit['reading'],
  {
    totalIfSeen,
    totalIfHidden,
    impliedShareSeen,
  }: Pick<HiddenShareAudit, 'totalIfSeen' | 'totalIfHidden' | 'impliedShareSeen'>,
): string {
  const [spots, part, all] = [atSpots, share, total].map((cell) => writeNumber(cell.value, cell.decimals));
  const seen = `${spots} / ${part} = ${writeComputed(Math.round(totalIfSeen))}`;
  const hidden = `${spots} / (1 − ${part}) = ${writeComputed(Math.round(totalIfHidden))}`;
  switch (reading) {
    case 'seen':
      return `${seen} reproduces ${all}; ${hidden} does not. ${part} is the share seen at spots.`;
    case 'hidden':
      return `${hidden} reproduces ${all}; ${seen} does not. ${part} is the share hidden from spots.`;
    case 'both':
      return `${seen} and ${hidden} both reproduce ${all}. The figures cannot tell which ${part} is.`;
    case 'neither':
      return `Neither ${seen} nor ${hidden} reproduces ${all}, which needs a share seen of ${writeComputed(impliedShareSeen)}.`;
  }
}
