import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The built service as a process of its own, which can be killed and started again on the same folder and port. */
export class KillableService {
  /** Everything it complained of, over all its lives. */
  readonly complaints: string[] = [];
  lives = 0;
  #child: ChildProcess | undefined;
  #isUp = false;
  #awaited = Promise.withResolvers<undefined>();
  readonly #environment: Readonly<Record<string, string>>;
  readonly #preload: string | undefined;

  /** `preload`: a module that is loaded before the program, by its path from here. */
  constructor(environment: Readonly<Record<string, string>>, preload?: string) {
    this.#environment = environment;
    this.#preload = preload;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Waits until it answers; at once while it does. */
  async up(): Promise<void> {
    while (!this.#isUp) await this.#awaited.promise;
  }

  /** Starts it and waits until it says that it answers; `open: false` lets nobody in before `open()`. */
  async start(how: { open?: boolean } = {}): Promise<void> {
    const preload = this.#preload === undefined ? [] : ['--import', path.resolve(this.#preload)];
    const child = spawn(process.execPath, [...preload, path.resolve('bin/fieldstone.mjs'), 'serve'], {
      env: { PATH: process.env['PATH'], ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.lives += 1;
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#isUp = false;
    });
    await this.#hear(child);
    if (child.exitCode !== null || child.signalCode !== null) this.#mourn(child);
    if (how.open !== false) this.open();
  }

  open(): void {
    this.#isUp = true;
    this.#awaited.resolve(undefined);
    this.#awaited = Promise.withResolvers();
  }

  /** Sends a signal; with SIGKILL it counts as gone from this moment on. */
  signal(signal: NodeJS.Signals): void {
    if (signal === 'SIGKILL') this.#isUp = false;
    this.#child?.kill(signal);
  }

  /** How it ends; waits for that. */
  async ended(): Promise<Ending> {
    const child = this.#child;
    if (child === undefined) throw new Error('The service was never started');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    this.#isUp = false;
    return { code: child.exitCode, signal: child.signalCode };
  }

  /** Nothing happens to one that was never started. */
  async kill(): Promise<void> {
    if (this.#child === undefined) return;
    this.signal('SIGKILL');
    await this.ended();
  }

  /** A word to what was preloaded. */
  tell(word: unknown): void {
    this.#child?.send(word as object);
  }

  /** The next word of what was preloaded. */
  async answer(): Promise<unknown> {
    if (this.#child === undefined) throw new Error('The service was never started');
    const [word] = (await once(this.#child, 'message')) as [unknown];
    return word;
  }

  /** Until it says that it answers, or ends. */
  #hear(child: ChildProcess): Promise<undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    child.once('exit', () => {
      resolve(undefined);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('Fieldstone answers on')) resolve(undefined);
      this.complaints.push(...text.split('\n').filter((line) => line.startsWith('{')));
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.complaints.push(text));
    return promise;
  }

  #mourn({ exitCode, signalCode }: ChildProcess): never {
    const how = String(exitCode ?? signalCode);
    throw new Error(`The service ended with ${how} before it answered:\n${this.complaints.slice(-20).join('\n')}`);
  }
}
