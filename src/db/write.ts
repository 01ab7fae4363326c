import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { StorageUnavailable } from '../domain/storage-faults.ts';
import { inTransaction, type Sync, type Tx } from './in-transaction.ts';
import type { Db } from './open-database.ts';

const pauses = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 1500, 1500];

/**
 * Runs one piece of work in one durable transaction and answers after the commit. What it throws rolls everything
 * back. A busy database is tried again for about five seconds without blocking other requests.
 */
export async function writeDurably<T>(db: Db, work: (tx: Tx) => Sync<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return inTransaction(db, work);
    } catch (error) {
      const code = error instanceof Database.SqliteError ? error.code : causeCode(error);
      if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR'))
        throw new StorageUnavailable('full', error);
      if (!code.startsWith('SQLITE_BUSY')) throw error;
      const wait = pauses[attempt];
      if (wait === undefined) throw new StorageUnavailable('busy', error);
      await pause(wait);
    }
  }
}

function causeCode(error: unknown): string {
  return error instanceof Error && error.cause instanceof Database.SqliteError ? error.cause.code : '';
}
