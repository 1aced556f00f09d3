import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { FileError, UsageError } from '../model/failure.js';

/** Programs that can print a page, by the names they go by. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How long a page may take, milliseconds: a minute and a half, and as much again for each megabyte, as a thousand sheets have four of. */
export const patienceFor = (page: string) => 90_000 * (1 + Math.ceil(page.length / 1_000_000));

/** Where a Chromium is: as CHROMIUM says, else by its usual names on the path; undefined where there is none. */
export async function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const stated = environment['CHROMIUM'];
  if (stated !== undefined && stated !== '') {
    if (await canRun(stated)) return stated;
    throw new UsageError(`CHROMIUM names ${stated}, which is no program that can be run`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
  );
  for (const place of [...places, ...ELSEWHERE]) if (await canRun(place)) return place;
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Pages printed to PDF by a Chromium of this computer, which is told to reach no network and keeps nothing. The same page,
 * fonts and Chromium give the same bytes: times, document codes and chance numbers in the PDF are blanked. Throws a UsageError where no
 * Chromium is found, a FileError when it fails.
 */
export async function printPdfs(
  pages: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array[]> {
  const chromium = await findChromium(environment);
  if (chromium === undefined) {
    throw new UsageError(
      '--pdf needs Chromium, Chrome or Edge, and none was found; install one, set CHROMIUM to it, or print report.html from a browser',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'spotwise-pdf-'));
  try {
    const printed: Uint8Array[] = [];
    for (const [at, page] of pages.entries()) {
      const source = join(folder, `page-${at}.html`);
      const target = join(folder, `page-${at}.pdf`);
      await writeFile(source, page, { mode: 0o600 });
      const args = [...switches(folder), `--print-to-pdf=${target}`, pathToFileURL(source).href];
      await run(chromium, args, patienceFor(page));
      printed.push(withoutChance(await readFile(target)));
    }
    return printed;
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(
      `Chromium (${chromium}) made no PDF: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function switches(folder: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    '--headless',
    '--disable-gpu',
    ...(isRoot ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
  ];
}

/** Runs a program to its end; one that takes too long is killed, since Chromium asked to stop says that all went well. */
async function run(program: string, args: readonly string[], patience: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' });
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      if (code === 0) done();
      else if (signal === null) fail(new Error(`it ended with ${code}`));
      else fail(new Error(`it was stopped by ${signal} or took longer than ${patience / 1000} s`));
    });
  });
}

/**
 * The PDF with what differs from one printing to the next replaced by something of the same length, so that no place in
 * it moves: its times, its document codes, and the numbers Chromium happened to give the parts of the page (their order
 * is kept).
 */
function withoutChance(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const nodes = [...new Set(text.match(/\bnode\d{8}\b/g) ?? [])].sort();
  const numbers = new Map(nodes.map((node, at) => [node, `node${String(at + 1).padStart(8, '0')}`]));
  const plain = text
    .replace(/(\/(?:CreationDate|ModDate) \(D:)[^)]*\)/g, (found, start: string) => {
      return `${start}${'20000101000000Z'.padEnd(found.length - start.length - 1, ' ')})`;
    })
    .replace(/\/ID \[<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>\]/g, (found) =>
      found.replace(/[0-9A-Fa-f](?=[^[]*\])/g, '0'),
    )
    .replace(/\bnode\d{8}\b/g, (node) => numbers.get(node) ?? node);
  return Buffer.from(plain, 'latin1');
}
