// Every single step on the disk goes wrong once: the disk is full, broken, forbidden, the program is killed or told to stop.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { estimating, hashOf, isTrace, leftovers, spotwise, townIn } from './program.mjs';

/** Exit codes that are right, by what goes wrong. A sweep that fails does no harm to the result, so 0 is right too. */
const CODES = {
  ENOSPC: [4, 0],
  EIO: [4, 0],
  EACCES: [4, 0],
  SIGINT: [130, 0],
  SIGTERM: [143, 0],
  SIGHUP: [129, 0],
  KILL: [null],
};

export const steps = {
  title: 'a fault at every step of writing',
  count: Infinity,
  run: async ({ count, folder, say }) => {
    const town = townIn(join(folder, 'steps'), 20);
    const out = join(town, 'out');
    const known = new Map();
    for (const settle of ['minimum', 'maximum']) {
      spotwise(estimating(settle), town);
      known.set(settle, hashOf(out));
    }
    const counter = join(folder, 'count');
    spotwise(estimating('minimum'), town, { count: counter });
    const whole = Number(readFileSync(counter, 'utf8'));
    const stride = Math.max(1, Math.ceil(whole / count));
    let wrong = 0;
    for (const what of Object.keys(CODES)) {
      const seen = { old: 0, fresh: 0, aside: 0, mixed: 0, code: 0, left: 0, trace: 0 };
      let tried = 0;
      for (let step = 1; step <= whole; step += stride) {
        if (hashOf(out) !== known.get('minimum')) spotwise(estimating('minimum'), town);
        const done = spotwise(estimating('maximum'), town, { fault: `${step}:${what}` });
        tried += 1;
        if (!CODES[what].includes(done.status)) seen.code += 1;
        if (isTrace(done.stderr) || done.stderr.trim().split('\n').length > 1) seen.trace += 1;
        let found = hashOf(out);
        if (found === undefined) {
          // Between the two renames: the next run, whatever it is, puts the old one back first.
          seen.aside += 1;
          spotwise(['estimate', '--spots', 'spots.csv', '--out', 'out', '--rho', '0', '--quiet'], town, {
            fault: '2:KILL',
          });
          found = hashOf(out);
        }
        if (found === known.get('maximum')) seen.fresh += 1;
        else if (found === known.get('minimum')) seen.old += 1;
        else seen.mixed += 1;
        if (what !== 'KILL') seen.left += leftovers(town).length;
      }
      spotwise(estimating('minimum'), town);
      seen.left += leftovers(town).length;
      say(
        `${what} at ${tried} of ${whole} steps: old ${seen.old}, new ${seen.fresh} (${seen.aside} found aside by the next run), mixed ${seen.mixed}, wrong exit ${seen.code}, traces or more than a line ${seen.trace}, left over ${seen.left}`,
      );
      wrong += seen.mixed + seen.code + seen.trace + (what === 'KILL' ? 0 : seen.aside) + seen.left;
    }
    rmSync(town, { recursive: true });
    return wrong;
  },
};
