import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { StorageUnavailable } from '../domain/storage-faults.ts';
import { inTransaction, type Sync, type Tx } from './in-transaction.ts';
import type { Db } from './open-database.ts';

/**
 * Runs one piece of work in a durable transaction and answers after the commit. What it throws rolls back all that
 * it wrote. `StorageUnavailable` when the disk is full or another process holds the database for five seconds.
 */
export type WriteDurably = <T>(work: (tx: Tx) => Sync<T>) => Promise<T>;

interface Waiting {
  readonly work: (tx: Tx) => unknown;
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}
type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** So that one commit does not keep the event loop from everybody who only reads. */
const MOST_IN_A_GROUP = 64;
const PATIENCE_MS = 5000;
const LONGEST_PAUSE_MS = 250;

/**
 * The one door to writing. All that asks to write in one turn of the event loop shares one commit, since the wait for
 * the disk is the dear part; each piece keeps a savepoint of its own, so that one that fails takes nobody with it. A
 * busy database is tried again without blocking other requests.
 */
export function groupedWrites(db: Db): WriteDurably {
  const queue: Waiting[] = [];
  let draining = false;
  const drain = async (): Promise<void> => {
    for (let wait = 1; queue.length > 0;) {
      await nextTurn();
      const busy = commitGroup(db, queue.splice(0, MOST_IN_A_GROUP));
      queue.unshift(...busy);
      if (busy.length > 0) await pause(wait);
      wait = busy.length > 0 ? Math.min(wait * 2, LONGEST_PAUSE_MS) : 1;
    }
    draining = false;
  };
  return <T>(work: (tx: Tx) => Sync<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, since: performance.now(), resolve: resolve as (value: unknown) => void, reject });
      if (draining) return;
      draining = true;
      void drain();
    });
}

/** Commits a group and answers each of it; returns those for whom the database was busy. */
function commitGroup(db: Db, group: readonly Waiting[]): readonly Waiting[] {
  try {
    settle(group, inOneCommit(db, group));
    return [];
  } catch (error) {
    if (isCode(error, 'SQLITE_BUSY')) return withPatienceLeft(group, error);
    // Nothing of the group was kept. One of them may be the reason, so each is tried by itself.
    if (group.length > 1) return group.flatMap((one) => commitGroup(db, [one]));
    settle(group, [{ error }]);
    return [];
  }
}

function inOneCommit(db: Db, group: readonly Waiting[]): Outcome[] {
  const { $client } = db;
  return $client.transaction(() => group.map((one) => inSavepoint(db, one))).immediate();
}

function inSavepoint(db: Db, { work }: Waiting): Outcome {
  try {
    return { value: inTransaction(db, work) };
  } catch (error) {
    // A full disk can end the whole transaction; then what went before is gone too, and nobody may be answered.
    if (!db.$client.inTransaction) throw error;
    return { error };
  }
}

function settle(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
  for (const [index, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    if ('value' in outcome) resolve(outcome.value);
    else reject(asStorageFault(outcome.error));
  }
}

function withPatienceLeft(group: readonly Waiting[], error: unknown): readonly Waiting[] {
  const isPatient = ({ since }: Waiting): boolean => performance.now() - since < PATIENCE_MS;
  for (const { reject } of group.filter((one) => !isPatient(one))) reject(new StorageUnavailable('busy', error));
  return group.filter(isPatient);
}

function asStorageFault(error: unknown): unknown {
  return isCode(error, 'SQLITE_FULL') || isCode(error, 'SQLITE_IOERR') ? new StorageUnavailable('full', error) : error;
}

function isCode(error: unknown, code: string): boolean {
  const origin = error instanceof Error && !(error instanceof Database.SqliteError) ? error.cause : error;
  return origin instanceof Database.SqliteError && origin.code.startsWith(code);
}
