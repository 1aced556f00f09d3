// One plain Node script behind every npm script, so that a fresh clone needs no other step:
// it installs what the lockfile names (once, whoever asks first), builds what changed, then does the task.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const LOCK_FOLDER = at('.spotwise-setup.lock');
const INSTALL_STAMP = at('node_modules', '.spotwise-install');
const BUILD_STAMP = at('dist', '.spotwise-build');

const TASKS = {
  start: (args) => {
    build();
    return node(['bin/spotwise.js', ...(args.length > 0 ? args : ['run', 'fixtures/kosovo'])]);
  },
  build: () => {
    build();
    return 0;
  },
  check: () => checks(),
  test: (args) => {
    build();
    return checks() || node([at('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args]);
  },
  docs: () => {
    build();
    return node(['scripts/docs.mjs']);
  },
  core: () => node(['scripts/core.mjs']),
  bench: (args) => {
    build();
    return node(['bench/speed.mjs', ...args]);
  },
  'bench:large': (args) => {
    build();
    return node(['bench/large-plan.mjs', ...args]);
  },
  'bench:plan': (args) => {
    build();
    return node(['bench/plan.mjs', ...args]);
  },
  torture: (args) => {
    build();
    return node(['bench/torture.mjs', ...args]);
  },
  calibrate: (args) => {
    build();
    return node(['bench/calibrate.mjs', ...args]);
  },
};

main();

function main() {
  const [task, ...args] = process.argv.slice(2);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`spotwise needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (!Object.hasOwn(TASKS, task)) stop(`Unknown task "${task}". Known: ${Object.keys(TASKS).join(', ')}.`);
  alone(install);
  process.exitCode = TASKS[task](args);
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** Runs Node on a script of this project; what it prints is the task's output. */
function node(args) {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return done.status ?? 1;
}

/** The three checks that come before any test: types, lint, format. */
function checks() {
  return (
    node([at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']) ||
    node([at('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']) ||
    node([
      at('node_modules', 'prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--cache',
      '--log-level',
      'warn',
      '.',
    ])
  );
}

function install() {
  const wanted =
    digest([at('package.json'), at('package-lock.json')]) + process.platform + process.versions.modules;
  if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === wanted) return;
  process.stderr.write('spotwise: installing the packages the lockfile names (once)\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const args = [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: npm === undefined });
  if (done.status !== 0) stop('spotwise: installing failed; the lines above say why.');
  writeFileSync(INSTALL_STAMP, wanted);
}

/** Compiles src/ to dist/, joins the program and keeps V8's code of it, when a source, the settings or the packages changed since the last build. */
function build() {
  alone(() => {
    const wanted = digest([
      ...filesBelow(at('src')),
      at('tsconfig.json'),
      at('tsconfig.build.json'),
      at('scripts', 'bundle.mjs'),
      at('scripts', 'compile.mjs'),
      at('bin', 'load.js'),
      ...filesBelow(at('fixtures', 'tiny')),
      INSTALL_STAMP,
    ]);
    if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted) return;
    process.stderr.write('spotwise: building\n');
    rmSync(at('dist'), { recursive: true, force: true });
    const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
    const steps = [[compiler, '-p', 'tsconfig.build.json'], ['scripts/bundle.mjs'], ['scripts/compile.mjs']];
    for (const args of steps) {
      const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
      if (done.status !== 0) stop('spotwise: the build failed; the lines above say where.');
    }
    writeFileSync(BUILD_STAMP, wanted);
  });
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Does the work while no other task of this clone does; a lock left by a dead process is broken. */
function alone(work) {
  for (;;) {
    try {
      mkdirSync(LOCK_FOLDER);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (ownerIsGone()) rmSync(LOCK_FOLDER, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    writeFileSync(join(LOCK_FOLDER, 'owner'), String(process.pid));
    work();
  } finally {
    rmSync(LOCK_FOLDER, { recursive: true, force: true });
  }
}

function ownerIsGone() {
  try {
    const age = Date.now() - statSync(LOCK_FOLDER).mtimeMs;
    const owner = join(LOCK_FOLDER, 'owner');
    if (!existsSync(owner)) return age > 10_000;
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return age > 1_800_000;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
