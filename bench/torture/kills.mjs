// kill -9 at random moments: while a first result is written, while one is replaced, and while one is encrypted.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { makeRandom } from '../../dist/stats/random.js';
import { estimating, hashOf, leftovers, signalled, spotwise, townIn } from './program.mjs';

const CANARIES = ['42.648213', '21.167391', 'Zarqelinda Vukothi'];

export const kills = {
  title: 'kill -9 at random moments',
  count: 200,
  run: async ({ count, seed, folder, say }) => {
    const random = makeRandom(seed);
    const town = townIn(join(folder, 'town'), 3000);
    const out = join(town, 'out');
    const known = new Map();
    for (const settle of ['minimum', 'maximum']) {
      spotwise(estimating(settle), town);
      known.set(settle, hashOf(out));
    }
    const started = Date.now();
    spotwise(estimating('maximum'), town);
    const typical = Date.now() - started;
    const moment = () => random.uniform() * typical * 1.3;
    const replaced = { old: 0, fresh: 0, absent: 0, mixed: 0 };
    let present = 'maximum';
    for (let turn = 0; turn < count; turn += 1) {
      const next = present === 'maximum' ? 'minimum' : 'maximum';
      await signalled(estimating(next), town, { signal: 'SIGKILL', wait: moment() });
      const found = hashOf(out);
      if (found === undefined) replaced.absent += 1;
      else if (found === known.get(next)) replaced.fresh += 1;
      else if (found === known.get(present)) replaced.old += 1;
      else replaced.mixed += 1;
      if (found === known.get(next)) present = next;
      if (found === undefined) spotwise(estimating(present), town);
    }
    say(
      `replacing: ${count} kills: old ${replaced.old}, new ${replaced.fresh}, absent ${replaced.absent}, mixed or torn ${replaced.mixed}`,
    );
    spotwise(estimating(present), town);
    const left = leftovers(town).length;
    say(`after one more run: ${left} temporary folders left`);

    const first = { absent: 0, whole: 0, torn: 0 };
    for (let turn = 0; turn < count / 2; turn += 1) {
      rmSync(out, { recursive: true, force: true });
      await signalled(estimating('maximum'), town, { signal: 'SIGKILL', wait: moment() });
      const found = hashOf(out);
      if (found === undefined) first.absent += 1;
      else if (found === known.get('maximum')) first.whole += 1;
      else first.torn += 1;
    }
    say(
      `first result: ${Math.ceil(count / 2)} kills: absent ${first.absent}, complete ${first.whole}, torn ${first.torn}`,
    );

    const residue = await killEncrypted({
      count: Math.ceil(count / 2),
      random,
      folder: join(folder, 'secret'),
    });
    say(`encrypted: ${Math.ceil(count / 2)} kills: ${residue} files anywhere with an exact place or a name`);
    return replaced.mixed + first.torn + left + residue;
  },
};

/** Kills encrypted runs of a study full of canaries; gives how many files outside the study hold one. */
async function killEncrypted({ count, random, folder }) {
  mkdirSync(join(folder, 'in'), { recursive: true });
  const rows = Array.from(
    { length: 800 },
    (_, at) =>
      `s${at},FSW,Town${at % 7},42.6482${at % 10},21.1673${at % 10},${at % 9},${(at % 9) + 5},Zarqelinda Vukothi`,
  );
  writeFileSync(
    join(folder, 'in', 'spots.csv'),
    `spot_id,population,municipality,lat,lon,min,max,owner\nx,FSW,Town1,42.648213,21.167391,3,9,Zarqelinda Vukothi\n${rows.join('\n')}\n`,
  );
  const recipient = await identityToRecipient(await generateX25519Identity());
  const args = ['share', 'in', '--audience', 'team', '--exact', '--encrypt-to', recipient, '--out', 'team'];
  const started = Date.now();
  spotwise(args, folder);
  const typical = Date.now() - started;
  let residue = 0;
  for (let turn = 0; turn < count; turn += 1) {
    await signalled(args, folder, { signal: 'SIGKILL', wait: random.uniform() * typical * 1.2 });
    residue += readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath !== join(folder, 'in'))
      .filter((entry) => {
        const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
        return CANARIES.some((canary) => text.includes(canary));
      }).length;
  }
  return residue;
}
