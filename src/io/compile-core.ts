import { decodeBase64 } from './bytes.js';

const compiled = new Map<string, WebAssembly.Module | undefined>();

/** A compiled core from its bytes in base 64, made ready once; undefined where the machine cannot run it. */
export function compileCore(core: string): WebAssembly.Module | undefined {
  if (!compiled.has(core)) compiled.set(core, moduleOf(core));
  return compiled.get(core);
}

/** To ask first whether the machine can run it would take ten times as long as finding out. */
function moduleOf(core: string): WebAssembly.Module | undefined {
  if (typeof WebAssembly !== 'object') return undefined;
  try {
    return new WebAssembly.Module(decodeBase64(core));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
}
