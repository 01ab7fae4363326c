import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { mortal } from '../undo-on-signals.ts';
import type { LoadOrder, LoadReport } from './shot.ts';

const program = path.join(import.meta.dirname, 'load-process.ts');

/** Has orders carried out by a process of its own, so that what sends is not counted with what answers. */
export class LoadSender {
  readonly #child: ChildProcess = fork(program, { execArgv: [] });
  readonly #ended = new AbortController();
  readonly #kill = mortal(this.#child);

  constructor() {
    this.#child.once('exit', () => {
      this.#ended.abort(new Error('The process that sends the load has ended'));
    });
  }

  async send(order: LoadOrder): Promise<LoadReport> {
    const reported = once(this.#child, 'message', { signal: this.#ended.signal });
    this.#child.send(order);
    const [report] = (await reported) as [LoadReport];
    return report;
  }

  end(): void {
    this.#kill();
  }
}
