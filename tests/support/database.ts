import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { closeDatabase, openDatabase, type Db } from '../../src/db/open-database.ts';

/** A real database file in a folder of its own, migrated; removed after the work. */
export async function withDatabase(work: (db: Db, file: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-db-'));
  const file = path.join(folder, 'fieldstone.db');
  const db = openDatabase(file);
  try {
    migrateDatabase(db);
    await work(db, file);
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}
