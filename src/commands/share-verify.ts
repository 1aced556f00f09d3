import type { World } from '../io/world.js';
import { hasErrors } from '../model/issue.js';
import { checkRelease } from '../share/check/check-release.js';
import { isOn, textOption, type Invocation } from './command.js';
import { countIssues, drawIssues } from './say.js';
import { voiceFor } from './voice.js';
import { checkContext } from './share-context.js';

/** Checks an output folder from its files alone, against an earlier one if given. Exit code 1 when it leaks. */
export async function verifyOutput(invocation: Invocation, world: World): Promise<number> {
  const folder = textOption(invocation, 'verify') ?? '.';
  const previous = textOption(invocation, 'previous');
  const issues = checkRelease(await filesIn(folder, world), {
    ...checkContext(world),
    previous: previous === undefined ? undefined : await filesIn(previous, world),
  });
  if (isOn(invocation, 'json')) {
    await world.stdout.write(`${JSON.stringify({ issues }, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet') || hasErrors(issues)) {
    const voice = voiceFor(invocation, world, 'stdout');
    const found = issues.length === 0 ? '' : `${drawIssues(issues, voice)}\n\n`;
    const say = voice.words.exchange.share;
    const verdict = hasErrors(issues) ? say.leaks : say.safe;
    const checked = say.checked(countIssues(issues, voice.words), world.shorten(folder));
    await world.stdout.write(`${found}${checked} ${verdict}\n`);
  }
  return hasErrors(issues) ? 1 : 0;
}

async function filesIn(folder: string, world: World): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of await world.list(folder)) {
    const path = world.join(folder, name);
    const isFile = (await world.kindOf(path)) === 'file';
    files.set(name, isFile ? await world.readFile(path) : new Uint8Array());
  }
  return files;
}
