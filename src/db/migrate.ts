import { fileURLToPath } from 'node:url';
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseUnfit, type Db } from './open-database.ts';

interface Journal {
  entries: { when: number; tag: string }[];
}

/** The migrations folder stands beside `src` and beside `dist`. */
function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'drizzle', 'meta', '_journal.json'))) folder = path.dirname(folder);
  return path.join(folder, 'drizzle');
}

/**
 * Brings the database to this program's schema; a newer database is refused.
 *
 * Foreign keys are off meanwhile: drizzle recreates tables inside a transaction, where the pragma would do nothing
 * and the drop would delete all child rows without an error. They are checked before they are switched on again.
 */
export function migrateDatabase(db: Db): { applied: number } {
  const folder = migrationsFolder();
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;
  const before = appliedMigrations(db);
  const newest = journal.entries.at(-1)?.when ?? 0;
  if (before.some((when) => when > newest)) {
    throw new DatabaseUnfit(
      'This database was written by a newer Fieldstone. Start that version, or restore an older backup.',
    );
  }
  db.$client.pragma('foreign_keys = OFF');
  applyMigrations(db, { migrationsFolder: folder });
  const violations = db.$client.pragma('foreign_key_check') as unknown[];
  if (violations.length > 0)
    throw new DatabaseUnfit(`${String(violations.length)} rows point at nothing after the migration.`);
  db.$client.pragma('foreign_keys = ON');
  return { applied: appliedMigrations(db).length - before.length };
}

function appliedMigrations(db: Db): number[] {
  const known = db.$client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (known === undefined) return [];
  return db.$client.prepare('select created_at from __drizzle_migrations').pluck().all() as number[];
}
