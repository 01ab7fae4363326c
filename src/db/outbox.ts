import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Job } from '../domain/jobs.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { jobs } from './schema/index.ts';

export interface ClaimedJob {
  readonly id: number;
  readonly job: Job;
  readonly key: string;
  readonly attempts: number;
  readonly lease: string;
  readonly queuedAt: string;
}

/** Queues a job with the change that causes it. The same key again does nothing: the job is there already. */
export function enqueue(tx: Tx, job: Job, how: { dedupeKey: string; runAfter: Date; now: Date }): void {
  tx.insert(jobs)
    .values({
      kind: job.kind,
      payload: job,
      dedupeKey: how.dedupeKey,
      state: 'due',
      runAfter: how.runAfter.toISOString(),
      queuedAt: how.now.toISOString(),
    })
    .onConflictDoNothing({ target: jobs.dedupeKey })
    .run();
}

/** Takes the lease of the next due job of these kinds, in one statement. */
export function claimJob(
  tx: Tx,
  kinds: readonly Job['kind'][],
  lease: { token: string; until: Date; now: Date },
): ClaimedJob | undefined {
  const now = lease.now.toISOString();
  const next = tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(sql`${jobs.state} = 'due'`, lte(jobs.runAfter, now), inArray(jobs.kind, [...kinds])))
    .orderBy(jobs.runAfter, jobs.id)
    .limit(1);
  const row = tx
    .update(jobs)
    .set({
      state: 'running',
      attempts: sql`${jobs.attempts} + 1`,
      leaseToken: lease.token,
      leaseUntil: lease.until.toISOString(),
    })
    .where(eq(jobs.id, sql`(${next})`))
    .returning()
    .all()[0];
  if (row === undefined) return undefined;
  return {
    id: row.id,
    job: row.payload,
    key: row.dedupeKey,
    attempts: row.attempts,
    lease: lease.token,
    queuedAt: row.queuedAt,
  };
}

/** Ends a claimed job; false when the lease is no longer ours, and then nothing was written. */
export function finishJob(tx: Tx, claimed: ClaimedJob, now: Date, state: 'done' | 'cancelled' = 'done'): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state, endedAt: now.toISOString(), leaseToken: null, leaseUntil: null, lastError: null })
    .where(mine(claimed))
    .run();
  return changes === 1;
}

/** Puts a claimed job back for later. `countsAttempt` is false when the other side told us when to come back. */
export function retryJob(tx: Tx, claimed: ClaimedJob, at: Date, error: string, countsAttempt = true): boolean {
  const { changes } = tx
    .update(jobs)
    .set({
      state: 'due',
      runAfter: at.toISOString(),
      lastError: error,
      leaseToken: null,
      leaseUntil: null,
      ...(countsAttempt ? {} : { attempts: sql`${jobs.attempts} - 1` }),
    })
    .where(mine(claimed))
    .run();
  return changes === 1;
}

/** Gives a claimed job up: it waits on the job board for a person. */
export function buryJob(tx: Tx, claimed: ClaimedJob, now: Date, error: string): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'dead', endedAt: now.toISOString(), lastError: error, leaseToken: null, leaseUntil: null })
    .where(mine(claimed))
    .run();
  return changes === 1;
}

/** Leases of an earlier start are void: there is one process, so nobody holds them. */
export function voidLeases(tx: Tx): number {
  return tx
    .update(jobs)
    .set({ state: 'due', leaseToken: null, leaseUntil: null })
    .where(eq(jobs.state, 'running'))
    .run().changes;
}

/** Brings a dead job back, or a waiting one forward, to be tried now. */
export function tryAgain(tx: Tx, id: number, now: Date): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'due', attempts: 0, runAfter: now.toISOString(), endedAt: null })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ['dead', 'due'])))
    .run();
  return changes === 1;
}

/** Moves a queued job to another time; false when it has run or is running. */
export function moveJob(tx: Tx, dedupeKey: string, runAfter: Date): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ runAfter: runAfter.toISOString() })
    .where(and(eq(jobs.dedupeKey, dedupeKey), eq(jobs.state, 'due')))
    .run();
  return changes === 1;
}

/** Takes a queued job back before it ran; false when it has run or is running. */
export function cancelJob(tx: Tx, dedupeKey: string, now: Date): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'cancelled', endedAt: now.toISOString() })
    .where(and(eq(jobs.dedupeKey, dedupeKey), eq(jobs.state, 'due')))
    .run();
  return changes === 1;
}

/** Brings forward what was put off for this reason: what it waited for is over. The rest is put off again. */
export function wakeJobs(tx: Tx, waitedFor: string, now: Date): void {
  tx.update(jobs)
    .set({ runAfter: now.toISOString() })
    .where(and(sql`${jobs.state} = 'due'`, eq(jobs.lastError, waitedFor)))
    .run();
}

/** When the next job is due, so that the worker can sleep until then. */
export function nextDue(reader: Reader): string | undefined {
  return reader
    .select({ runAfter: jobs.runAfter })
    .from(jobs)
    .where(sql`${jobs.state} = 'due'`)
    .orderBy(jobs.runAfter)
    .limit(1)
    .get()?.runAfter;
}

function mine(claimed: ClaimedJob) {
  return and(eq(jobs.id, claimed.id), eq(jobs.leaseToken, claimed.lease), eq(jobs.state, 'running'));
}
