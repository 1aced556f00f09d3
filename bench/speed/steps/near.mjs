import { join } from 'node:path';
import { run } from '../contest.mjs';
import { agree } from '../stage-results.mjs';
import { hasNode, PACKAGES } from '../tools.mjs';
import { hasScipy, node, python } from './scripts.mjs';

/** Pairs within 50 m. */
export function nearContests({ folder }) {
  const wanted = {
    100000: { kdbush: [0.8, 0.45], scipy: [1.5, 0.95] },
    1000000: { kdbush: [0.4, 0.15], scipy: [0.7, 0.3] },
  };
  return Object.entries(wanted).flatMap(([count, { kdbush, scipy }]) => {
    const points = join(folder, `near-${count}.csv`);
    run(node('near.mjs', 'make', count, points));
    const step = `pairs within 50 m among ${Number(count).toLocaleString('en')} points`;
    const same = { step, ours: node('near.mjs', 'ours', count), compare: agree() };
    return [
      {
        ...same,
        against: 'kdbush',
        there: () => hasNode('kdbush'),
        first: kdbush[0],
        ahead: kdbush[1],
        peer: node('near.mjs', 'kdbush', count, PACKAGES),
      },
      {
        ...same,
        against: "scipy's cKDTree",
        there: hasScipy,
        first: scipy[0],
        ahead: scipy[1],
        peer: python('near.py', points),
      },
    ];
  });
}
