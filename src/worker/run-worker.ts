import { buryJob, claimJob, finishJob, retryJob, voidLeases, nextDue, type ClaimedJob } from '../db/outbox.ts';
import type { Job, JobKind } from '../domain/jobs.ts';
import { afterFailure } from './retry-policy.ts';
import type { WorkerDeps } from './worker-deps.ts';

/**
 * Runs one claimed job outside any transaction. It asks first whether its work is done already, does it, and records
 * the fact and the finished job in one transaction. `cancelled`: the state no longer wants it.
 */
export type JobHandler<K extends JobKind> = (
  deps: WorkerDeps,
  job: Extract<Job, { kind: K }>,
  claimed: ClaimedJob,
  signal: AbortSignal,
) => Promise<'done' | 'cancelled' | 'recorded'>;

export type JobHandlers = { readonly [K in JobKind]: JobHandler<K> };

const LEASE_MINUTES = 5;
const JOB_SECONDS = 90;
/** The longest sleep: the clock's own work (reminders, expiries, the forge) is looked at this often. */
const LONGEST_SLEEP_MS = 15_000;

const SHORTEST_SLEEP_MS = 250;
/** While the database takes nothing (a full disk), so that not the log fills up too. */
const SLEEP_AFTER_FAULT_MS = 5000;

/** Kinds that never run two at a time; everything is serial today, mail beside the forge. */
const lanes: readonly (readonly JobKind[])[] = [
  ['letter', 'release_decision'],
  ['publish', 'close_change', 'merge_change', 'look_at_change', 'read_module'],
];

export class Worker {
  readonly #deps: WorkerDeps;
  readonly #handlers: JobHandlers;
  readonly #clockwork: (signal: AbortSignal) => Promise<void>;
  readonly #stop = new AbortController();
  #wake: () => void = () => undefined;
  #loops: Promise<void>[] = [];
  readonly #lanes = new Map<readonly JobKind[], Promise<void>>();

  constructor(deps: WorkerDeps, handlers: JobHandlers, clockwork: (signal: AbortSignal) => Promise<void>) {
    this.#deps = deps;
    this.#handlers = handlers;
    this.#clockwork = clockwork;
  }

  async start(): Promise<void> {
    await this.#deps.write(({ tx }) => voidLeases(tx));
    this.#loops = [this.#loop()];
  }

  /** Runs everything that is due until nothing is, clockwork first. What a button waits for, and what tests use. */
  async lookNow(): Promise<void> {
    await this.#clockwork(this.#stop.signal);
    await Promise.all(lanes.map((kinds) => this.#drain(kinds)));
    await Promise.all(lanes.map((kinds) => this.#drain(kinds)));
  }

  /** Stops claiming, lets running jobs end, aborts them after `graceMs`. */
  async stop(graceMs = 10_000): Promise<void> {
    const timer = setTimeout(() => {
      this.#stop.abort();
    }, graceMs);
    this.#stopping = true;
    this.#wake();
    await Promise.allSettled(this.#loops);
    clearTimeout(timer);
    this.#stop.abort();
  }

  #stopping = false;

  /** Something was written that may have queued work: looks for it now instead of at the end of the sleep. */
  nudge(): void {
    this.#nudged = true;
    this.#wake();
  }

  #nudged = false;

  async #loop(): Promise<void> {
    let clockworkAt = 0;
    while (!this.#stopping) {
      this.#nudged = false;
      let least = SHORTEST_SLEEP_MS;
      try {
        if (performance.now() >= clockworkAt) {
          clockworkAt = performance.now() + LONGEST_SLEEP_MS;
          await this.lookNow();
        } else await Promise.all(lanes.map((kinds) => this.#drain(kinds)));
      } catch (error) {
        this.#deps.log.jobFailed('clockwork', error);
        least = SLEEP_AFTER_FAULT_MS;
      }
      await this.#sleep(least);
    }
  }

  #sleep(least: number): Promise<void> {
    if (this.#stopping || this.#nudged) return Promise.resolve();
    const due = nextDue(this.#deps.db);
    const wait = due === undefined ? LONGEST_SLEEP_MS : Date.parse(due) - this.#deps.clock.now().getTime();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(least, Math.min(wait, LONGEST_SLEEP_MS)));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** One after the other in each lane, even when a button asks while the loop is at work. */
  #drain(kinds: readonly JobKind[]): Promise<void> {
    const mine = (this.#lanes.get(kinds) ?? Promise.resolve()).then(() => this.#drainLane(kinds));
    this.#lanes.set(
      kinds,
      mine.catch(() => undefined),
    );
    return mine;
  }

  async #drainLane(kinds: readonly JobKind[]): Promise<void> {
    while (!this.#stopping) {
      const claimed = await this.#claim(kinds);
      if (claimed === undefined) return;
      await this.#run(claimed);
    }
  }

  #claim(kinds: readonly JobKind[]): Promise<ClaimedJob | undefined> {
    return this.#deps.write(({ tx, clock, random }) => {
      const now = clock.now();
      const until = new Date(now.getTime() + LEASE_MINUTES * 60_000);
      return claimJob(tx, kinds, { token: random.token(16), until, now });
    });
  }

  async #run(claimed: ClaimedJob): Promise<void> {
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(JOB_SECONDS * 1000)]);
    try {
      const handler = this.#handlers[claimed.job.kind] as JobHandler<JobKind>;
      const outcome = await handler(this.#deps, claimed.job, claimed, signal);
      if (outcome === 'recorded') return;
      await this.#deps.write(({ tx, clock }) => finishJob(tx, claimed, clock.now(), outcome));
    } catch (error) {
      this.#deps.log.jobFailed(claimed.job.kind, error);
      await this.#fail(claimed, error);
    }
  }

  #fail(claimed: ClaimedJob, error: unknown): Promise<boolean> {
    return this.#deps.write(({ tx, clock }) => {
      const now = clock.now();
      const { job, attempts } = claimed;
      const next = afterFailure({ job, attempts, error, now, jitter: Math.random() });
      const words = error instanceof Error ? error.message : 'unknown';
      if (next.kind === 'dead') return buryJob(tx, claimed, now, words);
      if (next.kind === 'dropped') return finishJob(tx, claimed, now, 'cancelled');
      return retryJob(tx, claimed, next.at, words, next.countsAttempt);
    });
  }
}
