import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Job } from '../domain/jobs.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { jobs } from './schema/index.ts';
import { asList, listOf, statement, type Given } from './statement.ts';

export interface ClaimedJob {
  readonly id: number;
  readonly job: Job;
  readonly key: string;
  readonly attempts: number;
  readonly lease: string;
  readonly queuedAt: string;
}

const insertJob = insertsInto(jobs, (insert) => insert.onConflictDoNothing({ target: jobs.dedupeKey }));

/** Queues a job with the change that causes it. The same key again does nothing: the job is there already. */
export function enqueue(tx: Tx, job: Job, how: { dedupeKey: string; runAfter: Date; now: Date }): void {
  insertJob(tx, {
    kind: job.kind,
    payload: job,
    dedupeKey: how.dedupeKey,
    state: 'due',
    runAfter: how.runAfter.toISOString(),
    queuedAt: how.now.toISOString(),
  });
}

const claimNext = statement(
  (tx: Tx, { kinds, now, token, until }: Given<{ kinds: string; now: string; token: string; until: string }>) => {
    const next = tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(sql`${jobs.state} = 'due'`, lte(jobs.runAfter, now), inArray(jobs.kind, listOf(kinds))))
      .orderBy(jobs.runAfter, jobs.id)
      .limit(1);
    return tx
      .update(jobs)
      .set({
        state: 'running',
        attempts: sql`${jobs.attempts} + 1`,
        leaseToken: sql`${token}`,
        leaseUntil: sql`${until}`,
      })
      .where(eq(jobs.id, sql`(${next})`))
      .returning();
  },
);

/** Takes the lease of the next due job of these kinds, in one statement. */
export function claimJob(
  tx: Tx,
  kinds: readonly Job['kind'][],
  { token, until, now }: { token: string; until: Date; now: Date },
): ClaimedJob | undefined {
  const values = { kinds: asList(kinds), now: now.toISOString(), token, until: until.toISOString() };
  const row = claimNext(tx).all(values)[0];
  if (row === undefined) return undefined;
  const { id, payload: job, dedupeKey: key, attempts, queuedAt } = row;
  return { id, job, key, attempts, lease: token, queuedAt };
}

type Leased = Given<{ id: number; lease: string }>;
const mine = ({ id, lease }: Leased) => and(eq(jobs.id, id), eq(jobs.leaseToken, lease), eq(jobs.state, 'running'));

const unlease = { leaseToken: null, leaseUntil: null };
const updateMine = updatesOf(jobs, mine, unlease);
const updateUntried = updatesOf(jobs, mine, { ...unlease, attempts: sql`${jobs.attempts} - 1` });

/** Ends a claimed job; false when the lease is no longer ours, and then nothing was written. */
export function finishJob(tx: Tx, claimed: ClaimedJob, now: Date, state: 'done' | 'cancelled' = 'done'): boolean {
  const { id, lease } = claimed;
  return updateMine(tx, { state, endedAt: now.toISOString(), lastError: null }, { id, lease }) === 1;
}

/** Puts a claimed job back for later. `countsAttempt` is false when the other side told us when to come back. */
export function retryJob(tx: Tx, claimed: ClaimedJob, at: Date, error: string, countsAttempt = true): boolean {
  const { id, lease } = claimed;
  const update = countsAttempt ? updateMine : updateUntried;
  return update(tx, { state: 'due', runAfter: at.toISOString(), lastError: error }, { id, lease }) === 1;
}

/** Gives a claimed job up: it waits on the job board for a person. */
export function buryJob(tx: Tx, claimed: ClaimedJob, now: Date, error: string): boolean {
  const { id, lease } = claimed;
  return updateMine(tx, { state: 'dead', endedAt: now.toISOString(), lastError: error }, { id, lease }) === 1;
}

/** Leases of an earlier start are void: there is one process, so nobody holds them. */
export function voidLeases(tx: Tx): number {
  return tx
    .update(jobs)
    .set({ state: 'due', ...unlease })
    .where(eq(jobs.state, 'running'))
    .run().changes;
}

const updateExpired = updatesOf(
  jobs,
  ({ now }: Given<{ now: string }>) => and(eq(jobs.state, 'running'), lte(jobs.leaseUntil, now)),
  unlease,
);

/**
 * Frees jobs whose lease ran out: their end could not be written down (the disk was full). What they did is asked for
 * by whoever takes them up again.
 */
export function freeExpired(tx: Tx, now: Date): number {
  return updateExpired(tx, { state: 'due' }, { now: now.toISOString() });
}

const updateWaiting = updatesOf(jobs, ({ id }: Given<{ id: number }>) =>
  and(eq(jobs.id, id), inArray(jobs.state, ['dead', 'due'])),
);

/** Brings a dead job back, or a waiting one forward, to be tried now. */
export function tryAgain(tx: Tx, id: number, now: Date): boolean {
  return updateWaiting(tx, { state: 'due', attempts: 0, runAfter: now.toISOString(), endedAt: null }, { id }) === 1;
}

const updateQueued = updatesOf(jobs, ({ dedupeKey }: Given<{ dedupeKey: string }>) =>
  and(eq(jobs.dedupeKey, dedupeKey), eq(jobs.state, 'due')),
);

const updateWaitingOfKey = updatesOf(jobs, ({ dedupeKey }: Given<{ dedupeKey: string }>) =>
  and(eq(jobs.dedupeKey, dedupeKey), inArray(jobs.state, ['dead', 'due'])),
);

/** As `tryAgain`, for the job of this key, which may get another payload on the way; false when it is running or has run. */
export function reviveJob(tx: Tx, dedupeKey: string, now: Date, payload?: Job): boolean {
  const anew = { state: 'due', attempts: 0, runAfter: now.toISOString(), endedAt: null } as const;
  return updateWaitingOfKey(tx, payload === undefined ? anew : { ...anew, payload }, { dedupeKey }) === 1;
}

/** Moves a queued job to another time; false when it has run or is running. */
export function moveJob(tx: Tx, dedupeKey: string, runAfter: Date): boolean {
  return updateQueued(tx, { runAfter: runAfter.toISOString() }, { dedupeKey }) === 1;
}

/** Takes a queued job back before it ran; false when it has run or is running. */
export function cancelJob(tx: Tx, dedupeKey: string, now: Date): boolean {
  return updateQueued(tx, { state: 'cancelled', endedAt: now.toISOString() }, { dedupeKey }) === 1;
}

const updatePutOff = updatesOf(jobs, ({ waitedFor }: Given<{ waitedFor: string }>) =>
  and(sql`${jobs.state} = 'due'`, eq(jobs.lastError, waitedFor)),
);

/** Brings forward what was put off for this reason: what it waited for is over. The rest is put off again. */
export function wakeJobs(tx: Tx, waitedFor: string, now: Date): void {
  updatePutOff(tx, { runAfter: now.toISOString() }, { waitedFor });
}

const soonest = statement((reader) =>
  reader
    .select({ runAfter: jobs.runAfter })
    .from(jobs)
    .where(sql`${jobs.state} = 'due'`)
    .orderBy(jobs.runAfter)
    .limit(1),
);

/** When the next job is due, so that the worker can sleep until then. */
export function nextDue(reader: Reader): string | undefined {
  return soonest(reader).get()?.runAfter;
}
