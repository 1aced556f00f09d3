import { makeStyle, type Style } from '../draw/style.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import { progressOn, type Progress } from '../io/progress.js';
import type { World } from '../io/world.js';
import { isOn, type Invocation } from './command.js';

/** How a command speaks to a person: how its text may look, and the words of their language. */
export interface Voice extends Style {
  readonly words: TerminalWords;
}

/** The voice on a stream: by NO_COLOR, FORCE_COLOR, TERM and the options given, in the language asked for. */
export function voiceFor(invocation: Invocation, world: World, stream: 'stdout' | 'stderr'): Voice {
  const { environment } = world;
  const isForbidden =
    (environment['NO_COLOR'] ?? '') !== '' ||
    environment['TERM'] === 'dumb' ||
    invocation.options['color'] === false;
  const isForced = (environment['FORCE_COLOR'] ?? '') !== '' && environment['FORCE_COLOR'] !== '0';
  const locale = environment['LC_ALL'] ?? environment['LC_CTYPE'] ?? environment['LANG'] ?? 'UTF-8';
  const style = makeStyle({
    colour: !isForbidden && (isForced || world[stream].isTerminal),
    plain: isOn(invocation, 'plain') || (world[stream].isTerminal && !/utf-?8/i.test(locale)),
    columns: world[stream].columns,
    isScreen: world[stream].isTerminal,
  });
  return { ...style, words: invocation.words };
}

/** Long work a line on the terminal can stand for. */
export type Work = Exclude<keyof TerminalWords['study']['progress'], 'left'>;

/** The line that says how far the work is, in the language asked for; nothing with --quiet. */
export function progressFor(invocation: Invocation, world: World, work: Work): Progress {
  const { progress } = invocation.words.study;
  return progressOn(
    world,
    { doing: progress[work], left: progress.left },
    { isQuiet: isOn(invocation, 'quiet') },
  );
}
