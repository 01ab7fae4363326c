import { setTimeout as wait } from 'node:timers/promises';
import { ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';

/** Keeps writes apart: GitHub has a second, unpublished limit, and asks for a second or more between them. */
export class Pacer {
  readonly #pauseMs: number;
  #free = 0;

  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** Resolves when the next write may leave; turns are given out in the order of asking. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const mine = Math.max(now, this.#free);
    this.#free = mine + this.#pauseMs;
    if (mine > now) await pause(mine - now, signal);
  }
}

/** Waits, unless the caller is told to stop. Throws `ForgeUnavailable`. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (cause) {
    throw new ForgeUnavailable('Stopped while waiting for our turn at GitHub', { cause });
  }
}

const UNTOLD_MS = 60_000;
const LONGEST_UNTOLD_MS = 60 * 60_000;

/** When GitHub has asked us to wait, nothing leaves until then, whoever asks. */
export class Standstill {
  #until = 0;
  #untoldMs = UNTOLD_MS;

  /** How long to wait when GitHub does not say: a minute, and twice as long each time in a row. */
  get untoldMs(): number {
    return this.#untoldMs;
  }

  /** Throws `ForgeUnavailable` with the end of the wait. */
  check(now: number): void {
    if (now >= this.#until) return;
    throw new ForgeUnavailable('GitHub asked us to wait', { retryAt: new Date(this.#until).toISOString() });
  }

  learn(fault: unknown): void {
    if (!(fault instanceof ForgeUnavailable) || fault.retryAt === undefined) return;
    this.#until = Date.parse(fault.retryAt);
    this.#untoldMs = Math.min(this.#untoldMs * 2, LONGEST_UNTOLD_MS);
  }

  /** GitHub answers again. */
  end(): void {
    this.#untoldMs = UNTOLD_MS;
  }
}
