'use strict';
// Loads the files of the joined program (dist/program) together with the code V8 made of them when they were built, so
// that a run does not compile them again. Node 22.8 and newer keep such code themselves; code of another V8 is not used.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, enableCompileCache, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const FOLDER = join(__dirname, '..', 'dist', 'program');
/** Code of one V8 on one kind of processor. */
const COMPILED = join(FOLDER, 'compiled', `${process.versions.v8}-${process.arch}`);
const [BEFORE] = wrap('\n').split('\n');

const outside = createRequire(join(FOLDER, 'cli.cjs'));
const modules = new Map();
const scripts = new Map();

/** What a file of the joined program exports. */
function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const filename = join(FOLDER, name);
  const compiled = join(COMPILED, `${name}.code`);
  const script = new Script(wrap(readFileSync(filename, 'utf8')), {
    filename,
    columnOffset: -BEFORE.length,
    cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
  });
  const module = { exports: {} };
  modules.set(name, module);
  scripts.set(name, script);
  const need = (id) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
  script.runInThisContext().call(module.exports, module.exports, need, module, filename, FOLDER);
  return module.exports;
}

/** The way to load the program on this Node: with code made when it was built, where there is some. */
function loader() {
  if (existsSync(COMPILED)) return load;
  enableCompileCache?.();
  return (name) => outside(`./${name}`);
}

module.exports = { COMPILED, load, loader, scripts };
