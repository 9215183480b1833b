// The part of tar-stream that is used; it brings no types.
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream';

  export interface EntryHeader {
    readonly name: string;
    readonly size: number;
    readonly mtime?: Date;
  }

  export interface Pack extends Readable {
    /** What is written to the answer must be `size` bytes; `done` follows its end. */
    entry(header: EntryHeader, done: (error?: Error | null) => void): Writable;
    finalize(): void;
  }

  export function pack(): Pack;
  export function extract(): Writable & AsyncIterable<Readable & { readonly header: EntryHeader }>;
}
