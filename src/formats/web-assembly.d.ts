/** The part of WebAssembly that is used: Node has it, its types do not. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
    /** Adds that many pages of 64 KiB; `buffer` is another one then. */
    grow(pages: number): number;
  }
  class Module {
    constructor(code: Uint8Array<ArrayBuffer>);
    static exports(module: Module): readonly { readonly name: string }[];
  }
  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory } });
    readonly exports: unknown;
  }
  /** Thrown where the code cannot run on this machine. */
  class CompileError extends Error {}
}
