// Writes one small result folder as the program does, for tests that let single steps of it go wrong.
import { nodeWorld } from '../../dist/io/node.js';
import { FileError } from '../../dist/model/failure.js';

const [folder, word] = process.argv.slice(2);
const files = new Map([
  ['a.csv', `${word}\n`.repeat(2000)],
  ['plan/b.csv', `${word}\n`],
  ['run.json', `{ "tool": "spotwise", "word": "${word}" }\n`],
]);
try {
  await nodeWorld().writeResult(folder, files, []);
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 4;
}
