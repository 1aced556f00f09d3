// What is installed of the tools people would use instead.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Where `--with-peers` installs packages for Node. */
export const PACKAGES = '.bench';
export const NODE = process.execPath;
export const PROGRAM = join('bin', 'spotwise.js');
export const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const NODE_PEERS = [
  '@duckdb/node-api@1.5.6-r.1',
  'nodejs-polars@0.26.1',
  'nodejs-polars-linux-x64-gnu@0.26.1',
  'kdbush@4.1.0',
  'which-polygon@2.2.1',
  'mapshaper@0.6.102',
];

export function installPeers() {
  mkdirSync(PACKAGES, { recursive: true });
  const list = join(PACKAGES, 'package.json');
  if (!existsSync(list)) writeFileSync(list, '{ "private": true }\n');
  spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', PACKAGES, ...NODE_PEERS],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
}

const answers = (...command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;

const known = new Map();

/** Asks once. */
function once(name, ask) {
  if (!known.has(name)) known.set(name, ask());
  return known.get(name);
}

export const hasNode = (name) => existsSync(join(PACKAGES, 'node_modules', name));
export const hasR = (name) => once(`R ${name}`, () => answers('Rscript', '-e', `library(${name})`));
export const hasPython = (code) => once(`python ${code}`, () => answers(PYTHON, '-c', code));
export const hasCompiler = () => once('cc', () => answers('cc', '--version'));
export const hasAwk = () => once('awk', () => answers('awk', 'BEGIN { exit 0 }'));

/** Compiles a C file of the stages; the program is put into a folder. */
export function compiled(source, folder) {
  const program = join(folder, source.replace(/\.c$/, ''));
  const done = spawnSync(
    'cc',
    ['-O3', '-march=native', '-o', program, join('bench', 'speed', 'stages', source), '-lm'],
    {
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) throw new Error(`cc ${source}: ${done.stderr}`);
  return program;
}

/** The versions of what takes part. */
export function versions() {
  const found = NODE_PEERS.map((each) => each.slice(0, each.lastIndexOf('@')))
    .filter((name) => hasNode(name) && !name.includes('linux'))
    .map((name) => [
      name,
      JSON.parse(readFileSync(join(PACKAGES, 'node_modules', name, 'package.json'), 'utf8')).version,
    ]);
  for (const name of ['data.table', 'dplyr', 'boot', 'sf']) {
    if (!hasR(name)) continue;
    const said = spawnSync('Rscript', ['-e', `cat(format(packageVersion("${name}")))`], { encoding: 'utf8' });
    found.push([`R ${name}`, said.stdout.trim()]);
  }
  for (const name of ['pandas', 'numpy', 'scipy', 'geopandas']) {
    const said = spawnSync(PYTHON, ['-c', `import ${name}; print(${name}.__version__)`], {
      encoding: 'utf8',
    });
    if (said.status === 0) found.push([name, said.stdout.trim()]);
  }
  return found.map((each) => each.join(' ')).join(', ');
}
