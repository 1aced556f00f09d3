// A table far longer than any study has: how long `check` takes over it, and in how much memory.
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { spotwise } from './program.mjs';

/** Bars of the safety scorecard for a million rows. */
const MOST_SECONDS = 20;
const MOST_MIB = 256;

/** Says what the process has used, as the last line. */
const METER =
  'data:text/javascript,process.on("exit",()=>{const {userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stdout.write(`\\nused ${u+s} ${m}\\n`)})';

export const volume = {
  title: 'a very long table',
  count: 1_000_000,
  run: async ({ count, folder, say }) => {
    const path = join(folder, 'long.csv');
    const file = openSync(path, 'w');
    writeSync(file, 'spot_id,population,municipality,typology,lat,lon,min,max,usual\n');
    for (let from = 0; from < count; from += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, at) => {
        const n = from + at;
        const low = n % 30;
        const place = `${(42 + (n % 9973) / 1e4).toFixed(6)},${(20.5 + (n % 9967) / 1e4).toFixed(6)}`;
        return `SPOT-${String(n).padStart(7, '0')},FSW,Municipality ${n % 300},street,${place},${low},${low + 12},${low + 5}\n`;
      });
      writeSync(file, rows.join(''));
    }
    closeSync(file);
    const { size } = statSync(path);
    const started = performance.now();
    const done = spotwise(['check', '--spots', path], folder, { flags: ['--import', METER] });
    const wall = (performance.now() - started) / 1000;
    const [, cpu = 'NaN', peak = 'NaN'] = /\nused (\d+) (\d+)\n$/.exec(done.stdout) ?? [];
    const mib = Number(peak) / 1024;
    say(
      `${count} rows, ${Math.round(size / 1e6)} MB: exit ${done.status}, ${wall.toFixed(1)} s, ${(Number(cpu) / 1e6).toFixed(1)} s of CPU, ${Math.round(mib)} MiB at most`,
    );
    rmSync(path);
    return [done.status === 0, wall < MOST_SECONDS, mib < MOST_MIB].filter((holds) => !holds).length;
  },
};
