/** The part of the load generator that we use; it comes without types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Built {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | Buffer;
  }

  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly amount: number;
    readonly timeout: number;
    readonly requests: readonly { readonly setupRequest: (built: Built) => Built }[];
  }

  interface Result {
    readonly errors: number;
    readonly timeouts: number;
  }

  function autocannon(options: Options, done: (error: Error | null, result: Result) => void): EventEmitter;
  export = autocannon;
}
