import type { World } from '../io/world.js';
import { newStudy } from '../study/new-study.js';
import type { Command } from './command.js';

export const INIT: Command = {
  arguments: [{ name: 'DIR', says: 'folder to make', required: true }],
  options: [],
  details:
    'Makes a folder with a commented study.yaml and every input table with its headers. Tables left empty are not used.',
  examples: [
    { line: 'spotwise init my-study', says: 'then fill spots.csv and call spotwise check my-study' },
  ],
  run: async (invocation, world: World) => {
    const [folder = '.'] = invocation.arguments;
    const files = newStudy();
    await world.writeNewFolder(folder, files);
    const shown = world.shorten(folder);
    await world.stdout.write(
      `${[...files.keys()].join(', ')} in ${shown}\nNext: fill spots.csv, then spotwise check ${shown}\n`,
    );
    return 0;
  },
};
