import { Command as Program, CommanderError, Option } from 'commander';
import { CATALOGUE } from './commands/catalogue.js';
import { isOn, type Command, type Invocation } from './commands/command.js';
import { printableJson, printableLines } from './draw/printable.js';
import { terminalWords } from './draw/words/terminal/catalogues.js';
import { ClosedPipe, type World } from './io/world.js';
import { DataError, FileError, UsageError } from './model/failure.js';
import { EstimationError } from './model/estimation-error.js';
import { VERSION } from './version.js';

const EXIT = { done: 0, data: 1, usage: 2, bug: 3, file: 4 } as const;

const PROMISE = `From hotspot counts to defensible population size estimates and outreach microplans.

Exact places are written only on request: what is on this map can get people hurt.`;

const CODES = `Exit codes: 0 done, 1 the data have errors or a reproduction does not match, 2 used wrongly,
3 a bug in spotwise, 4 a file could not be opened or written, 130/143/129 stopped by a signal.`;

/** Runs a command line in a world and gives its exit code; the one place where outcomes become codes. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const spoken: Spoken = { language: 'en' };
  try {
    return await dispatch(argv, argv.includes('--json') ? sayingJson(world) : world, spoken);
  } catch (error) {
    return await report(error, argv, { ...spoken, world });
  }
}

/** The language asked for, as soon as it is known; its words are loaded when something is said. */
interface Spoken {
  language: string;
}

/** The world with a standard output that carries one JSON document: what a terminal could act on is escaped in it. */
function sayingJson(world: World): World {
  const { stdout } = world;
  return {
    ...world,
    stdout: {
      isTerminal: stdout.isTerminal,
      columns: stdout.columns,
      write: async (text) => await stdout.write(printableJson(text)),
    },
  };
}

async function dispatch(argv: readonly string[], world: World, spoken: Spoken): Promise<number> {
  let code: number = EXIT.done;
  const said: { stream: 'stdout' | 'stderr'; text: string }[] = [];
  const program = new Program('spotwise')
    .description(PROMISE)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'say how it is used')
    .helpCommand('help [command]', 'say how a command is used')
    .addHelpText('after', `\n${CODES}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => said.push({ stream: 'stdout', text }),
      writeErr: (text) => said.push({ stream: 'stderr', text: printableLines(text) }),
      getOutHelpWidth: () => Math.min(world.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(world.stderr.columns, 110),
    });
  const called = argv.find((word) => !word.startsWith('-') && word !== 'help');
  for (const entry of CATALOGUE) {
    const command = program.command(entry.name).summary(entry.summary).description(sentence(entry.summary));
    command.copyInheritedSettings(program).exitOverride();
    if (entry.name !== called) continue;
    const loaded = await entry.load();
    declare(command, loaded);
    command.action(async () => {
      const options = command.opts<Invocation['options']>();
      const { language } = options;
      if (typeof language === 'string') spoken.language = language;
      const words = await terminalWords(spoken.language);
      const invocation = { arguments: command.processedArgs.flat().filter(isText), options, words };
      code = await loaded.run(invocation, world);
      await sayDraft(invocation, world);
    });
  }
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } finally {
    for (const { stream, text } of said) await world[stream].write(text);
  }
  return code;
}

/** Says that no native speaker has read the words just said, where that is so. */
async function sayDraft(invocation: Invocation, world: World): Promise<void> {
  const { draft } = invocation.words.page.page;
  if (draft === '' || isOn(invocation, 'quiet') || isOn(invocation, 'json')) return;
  const { voiceFor } = await import('./commands/voice.js');
  await world.stderr.write(`${voiceFor(invocation, world, 'stderr').faint(draft)}\n`);
}

const isText = (value: unknown): value is string => typeof value === 'string';

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Gives a commander command the arguments, options, help and example its definition states. */
function declare(command: Program, definition: Command): void {
  for (const { name, says, many, required } of definition.arguments) {
    const spelled = many === true ? `${name}...` : name;
    command.argument(required === true ? `<${spelled}>` : `[${spelled}]`, says);
  }
  for (const { flags, says, choices, group, many } of definition.options) {
    const option = new Option(flags, says);
    if (many === true) option.argParser((value, before) => [...(Array.isArray(before) ? before : []), value]);
    if (choices !== undefined) option.choices([...choices]);
    if (group !== undefined) option.helpGroup(`${group}:`);
    command.addOption(option);
  }
  const examples = definition.examples.map(({ line, says }) => `  ${line}\n      ${says}`);
  command.addHelpText('after', `\n${definition.details}\n\nExample:\n${examples.join('\n')}`);
}

/** Says what went wrong in one clear line (a bug keeps its stack) and gives the exit code for it. */
async function report(
  error: unknown,
  argv: readonly string[],
  { world, language }: Spoken & { readonly world: World },
): Promise<number> {
  if (error instanceof ClosedPipe) return EXIT.done;
  const issues = error instanceof DataError ? `${await drawErrors(error, argv, { world, language })}\n` : '';
  const { code, text } = await describe(error);
  try {
    await world.stderr.write(`${issues}${printableLines(text)}\n`);
  } catch {
    return code;
  }
  return code;
}

/** The errors in the data as lines; the cells they are about only where they were asked for. */
async function drawErrors(
  error: DataError,
  argv: readonly string[],
  { world, language }: Spoken & { readonly world: World },
): Promise<string> {
  const { drawIssues } = await import('./commands/say.js');
  const { voiceFor } = await import('./commands/voice.js');
  const errors = error.issues.filter((issue) => issue.severity === 'error');
  const words = await terminalWords(language);
  const voice = voiceFor({ arguments: [], options: {}, words }, world, 'stderr');
  return drawIssues(errors, voice, { values: argv.includes('--show-values') });
}

async function describe(error: unknown): Promise<{ code: number; text: string }> {
  if (error instanceof UsageError) return { code: EXIT.usage, text: `spotwise: ${error.message}` };
  if (error instanceof FileError) return { code: EXIT.file, text: `spotwise: ${error.message}` };
  if (error instanceof DataError || error instanceof EstimationError) {
    return { code: EXIT.data, text: `spotwise: ${error.message}` };
  }
  const { readableStack } = await import('./io/readable-stack.js');
  const stack = error instanceof Error ? readableStack(error.stack ?? error.message) : String(error);
  return {
    code: EXIT.bug,
    text: `spotwise: this is a bug in spotwise; please report the lines below\n${stack}`,
  };
}
