// Joins the program into few CommonJS files, dist/program: what `--help` needs in two of them, every command and
// heavy package in a file of its own that is read when it is called. dist/ itself stays the plain build for library users.
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const bundle = await rolldown({
  cwd: root,
  input: { cli: 'src/cli.ts', node: 'src/io/node.ts' },
  platform: 'node',
  tsconfig: false,
  // The solver and DuckDB are optional; SQLite is too, and finds its WebAssembly beside its own script.
  external: ['highs', 'sql.js', '@duckdb/node-api'],
  plugins: [
    { name: 'addresses', transform: addressInLibrary },
    { name: 'children', transform: childrenWhenAskedFor },
  ],
});
await bundle.write({
  dir: join(root, 'dist', 'program'),
  format: 'cjs',
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  sourcemap: 'hidden',
  sourcemapExcludeSources: true,
});
await bundle.close();

/** A module that tells threads its own address tells the one it has in dist/, which stands as it was written. */
function addressInLibrary(code, id) {
  if (!code.includes('import.meta.url')) return undefined;
  const built = relative(join(root, 'src'), id).replaceAll(sep, '/').replace(/\.ts$/, '.js');
  return {
    code: code.replaceAll('import.meta.url', `new URL('../${built}', import.meta.url).href`),
    map: null,
  };
}

/** Commander starts other programs only where a command is a file of its own: we have none, so Node's part for it stays unread. */
function childrenWhenAskedFor(code, id) {
  if (!id.endsWith(join('commander', 'lib', 'command.js'))) return undefined;
  const said = "const childProcess = require('node:child_process');";
  if (!code.includes(said)) throw new Error('commander asks for node:child_process in other words now');
  const asked = "const childProcess = { spawn: (...how) => require('node:child_process').spawn(...how) };";
  return { code: code.replace(said, asked), map: null };
}
