// SIGINT, SIGTERM and SIGHUP at random moments: the right exit code, one line, and nothing left beside the result.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from '../../dist/stats/random.js';
import { estimating, hashOf, leftovers, signalled, spotwise, townIn } from './program.mjs';

const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

export const signals = {
  title: 'signals at random moments',
  count: 100,
  run: async ({ count, seed, folder, say }) => {
    const random = makeRandom(seed);
    const town = townIn(join(folder, 'signals'), 3000);
    const known = new Set();
    for (const settle of ['maximum', 'minimum']) {
      spotwise(estimating(settle), town);
      known.add(hashOf(join(town, 'out')));
    }
    const started = Date.now();
    spotwise(estimating('minimum'), town);
    const typical = Date.now() - started;
    let wrong = 0;
    for (const [signal, code] of Object.entries(CODES)) {
      const seen = { told: 0, before: 0, done: 0, other: 0, left: 0, mixed: 0 };
      for (let turn = 0; turn < count; turn += 1) {
        const args = estimating(turn % 2 === 0 ? 'maximum' : 'minimum');
        const done = await signalled(args, town, { signal, wait: random.uniform() * typical * 1.2 });
        if (done.code === code && done.said === `spotwise: stopped by ${signal}\n`) seen.told += 1;
        else if (done.by === signal && done.said === '') seen.before += 1;
        else if (done.code === 0 && done.said === '') seen.done += 1;
        else seen.other += 1;
        seen.left += leftovers(town).length;
        if (!known.has(hashOf(join(town, 'out')))) seen.mixed += 1;
      }
      say(
        `${signal} ${count} times: exit ${code} ${seen.told}, before Node had loaded the program ${seen.before}, already done ${seen.done}, anything else ${seen.other}; left over ${seen.left}, results mixed or gone ${seen.mixed}`,
      );
      wrong += seen.other + seen.left + seen.mixed;
    }
    return wrong + (existsSync(join(town, 'out')) && readdirSync(join(town, 'out')).length > 0 ? 0 : 1);
  },
};
