import { decodeBase64 } from './bytes.js';

const compiled = new Map<string, WebAssembly.Module | undefined>();

/** A compiled core from its bytes in base 64, made ready once; undefined where the machine cannot run it. */
export function compileCore(core: string): WebAssembly.Module | undefined {
  if (compiled.has(core)) return compiled.get(core);
  const bytes = decodeBase64(core);
  const isRunnable = typeof WebAssembly === 'object' && WebAssembly.validate(bytes);
  const module = isRunnable ? new WebAssembly.Module(bytes) : undefined;
  compiled.set(core, module);
  return module;
}
