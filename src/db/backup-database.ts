import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { databaseFaults } from './check-database.ts';
import { verifyHistory, type ChainReport } from './history-store.ts';
import type { Db } from './open-database.ts';
import * as schema from './schema/index.ts';

/**
 * Writes one consistent copy of the database as it is at this moment, while others go on writing. Never the file
 * itself: what is in the write-ahead log would be missing, and no integrity check would notice. The copy is on the
 * disk when this returns. `target` must not be there.
 */
export function copyDatabase(db: Db, target: string): void {
  db.$client.prepare('vacuum into ?').run(target);
  const file = openSync(target, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export interface CopyReport {
  readonly faults: readonly string[];
  readonly chain: ChainReport;
}

/**
 * Reads a copy through, without changing it: SQLite's own checks, and the chain of the history. What SQLite cannot
 * read at all is a fault like the others.
 */
export function checkCopy(file: string): CopyReport {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const db: Db = drizzle(client, { schema });
    return { faults: databaseFaults(db), chain: verifyHistory(db) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { faults: [error.message], chain: { rows: 0, head: '' } };
  } finally {
    client.close();
  }
}
