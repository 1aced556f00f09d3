// Writes the pages that are made from the program's own definitions, and the output under each command shown in
// the guides. A test fails when one is stale.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { methodsManual, referenceManual } from '../dist/explain/manual.js';
import { manPage } from '../dist/explain/man-page.js';
import { CATALOGUE } from '../dist/commands/catalogue.js';
import { verbsOf } from '../dist/commands/completion.js';
import { SETTINGS_SCHEMA } from '../dist/index.js';
import { VERSION } from '../dist/version.js';

writeFileSync('docs/methods.md', methodsManual());
writeFileSync('docs/reference.md', referenceManual());
writeFileSync('docs/spotwise.1', manPage(await verbsOf(CATALOGUE), VERSION));
writeFileSync('docs/study.schema.json', `${JSON.stringify(SETTINGS_SCHEMA, undefined, 2)}\n`);

const program = resolve('bin/spotwise.js');
for (const page of ['README.md', 'docs/start.md', 'docs/sizing.md', 'docs/consensus.md']) {
  const folder = mkdtempSync(join(tmpdir(), 'spotwise-docs-'));
  cpSync('fixtures', join(folder, 'fixtures'), {
    recursive: true,
    filter: (path) => !/[\\/]out$/.test(path),
  });
  const text = readFileSync(page, 'utf8').replace(/```console\n\$ spotwise (.*)\n[^]*?```/g, (_, line) => {
    const done = spawnSync(process.execPath, [program, ...line.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    });
    return `\`\`\`console\n$ spotwise ${line}\n${done.stdout}\`\`\``;
  });
  writeFileSync(page, text);
  rmSync(folder, { recursive: true });
}
