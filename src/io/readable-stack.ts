import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const PLACE = /(?<=[( ])(?:file:\/\/)?(?<file>[^():\s][^():]*\.c?js):(?<line>\d+):(?<column>\d+)/g;

/**
 * The stack of an error with every place in the joined program said as the file and line of its source, which is what a
 * person who mends it has open. Places without a map beside them stay as they are.
 */
export function readableStack(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string) => {
    const path = `${file}.map`;
    if (!maps.has(file) && existsSync(path)) {
      maps.set(file, new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload));
    }
    return maps.get(file);
  };
  return stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (origin === undefined || !('originalSource' in origin)) return place;
    const source = resolve(dirname(file), origin.originalSource);
    return `${relative(resolve(dirname(file), '../..'), source)}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
  });
}
