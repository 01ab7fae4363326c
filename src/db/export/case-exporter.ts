import path from 'node:path';
import { Readable } from 'node:stream';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { ExportOrder } from '../../domain/export/order.ts';
import type { Db } from '../open-database.ts';
import { exportQuery } from './export-query.ts';
import type { ThreadAnswer, ThreadOrder } from './export-thread.ts';

/** The same file beside this one, in TypeScript or built. */
const program = new URL(`./export-thread${path.extname(import.meta.url)}`, import.meta.url);

/** Megabytes. An export that wanted more would end, and the service would not. */
const limits = { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 8 };
/** How long the thread waits for a next export before it ends: to begin one costs more than a small export. */
const IDLE_MS = 60_000;

/** Reads all cases out of the database in a thread that is there while it is needed. */
export class ThreadCaseExporter {
  readonly #db: Db;
  #thread: Worker | undefined;
  #running = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  read(order: ExportOrder): Readable {
    const { port1, port2 } = new MessageChannel();
    const query = exportQuery(this.#db, order.scope);
    const asked: ThreadOrder = { file: this.#db.$client.name, order, query, port: port2 };
    this.#begin().postMessage(asked, [port2]);
    const stream = new PortReader(port1);
    stream.once('close', () => {
      this.#ended();
    });
    return stream;
  }

  /** Ends what is still read. */
  close(): void {
    clearTimeout(this.#idle);
    void this.#thread?.terminate();
    this.#thread = undefined;
  }

  #begin(): Worker {
    clearTimeout(this.#idle);
    this.#running += 1;
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(program, { execArgv: [], resourceLimits: limits });
    const forget = (): void => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    // Its ports close with it, which ends every stream that it had not finished.
    thread.once('error', forget);
    thread.once('exit', forget);
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  #ended(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    this.#idle = setTimeout(() => {
      this.close();
    }, IDLE_MS).unref();
  }
}

/** Asks the thread for the next piece when the one before was taken. */
class PortReader extends Readable {
  readonly #port: MessagePort;
  #done = false;

  constructor(port: MessagePort) {
    super({ highWaterMark: 1 });
    this.#port = port;
    port.on('message', (answer: ThreadAnswer) => {
      this.#take(answer);
    });
    port.on('close', () => {
      if (!this.#done) this.destroy(new Error('The thread of the export has ended'));
    });
  }

  override _read(): void {
    this.#port.postMessage('next');
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#done = true;
    this.#port.close();
    callback(error);
  }

  #take(answer: ThreadAnswer): void {
    if (answer instanceof Uint8Array) this.push(answer);
    else if (answer === 'end') {
      this.#done = true;
      this.push(null);
    } else this.destroy(new Error(`The export could not be read: ${answer.failed}`));
  }
}
