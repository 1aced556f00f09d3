// Loaded before the program (node --import): lets its nth step on the disk fail, kill or interrupt it. A step is anything
// that changes what is on the disk: a file opened for writing, written, synced or closed, a folder made or synced, a
// rename, a removal. FAULT is "n:what", what being an error code such as ENOSPC, KILL, or a signal; COUNT names a file that
// is told how many steps there were.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [wanted, what] = (process.env.FAULT ?? '0:none').split(':');
const { writeFileSync } = fs;
let steps = 0;

/** Counts a step; gives the error it has to fail with, where this is the one. */
function step(doing) {
  steps += 1;
  // Nothing can be done about a removal that fails; it only counts as a moment to be killed or interrupted at.
  if (steps !== Number(wanted) || (doing === 'rm' && what.startsWith('E'))) return undefined;
  if (what === 'KILL') process.kill(process.pid, 'SIGKILL');
  if (what.startsWith('SIG')) {
    process.kill(process.pid, what);
    return undefined;
  }
  return Object.assign(new Error(`${what}: injected, ${doing}`), { code: what, syscall: doing });
}

const failing =
  (doing, work) =>
  async (...args) => {
    const error = step(doing);
    if (error !== undefined) throw error;
    return await work(...args);
  };

const { open } = promises;
promises.open = async (path, flags, mode) => {
  if (flags !== 'r') {
    const error = step('open');
    if (error !== undefined) throw error;
  }
  const file = await open(path, flags, mode);
  file.sync = failing('fsync', file.sync.bind(file));
  if (flags !== 'r') {
    const writeFile = file.writeFile.bind(file);
    file.writeFile = async (data) => {
      const error = step('write');
      if (error === undefined) return await writeFile(data);
      // A disk that fills up takes a part of it.
      await writeFile(data.slice(0, data.length / 2));
      throw error;
    };
  }
  return file;
};
for (const name of ['mkdir', 'rename', 'rm']) promises[name] = failing(name, promises[name]);
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  const error = step('rename');
  if (error !== undefined) throw error;
  renameSync(from, to);
};
syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env.COUNT !== undefined) writeFileSync(process.env.COUNT, String(steps));
});
