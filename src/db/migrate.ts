import { fileURLToPath } from 'node:url';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseUnfit, type Db } from './open-database.ts';

/** The migrations folder stands beside `src` and beside `dist`. */
function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'drizzle', 'meta', '_journal.json'))) folder = path.dirname(folder);
  return path.join(folder, 'drizzle');
}

/**
 * Brings the database to this program's schema in one transaction: after a crash it is the old one or the new one. A
 * database that knows more than this program is refused.
 *
 * Not drizzle's own runner, though the files and the table of what was applied are drizzle's: that one passes over a
 * migration in silence when its date is older than the last one applied, and it leaves foreign keys to us.
 */
export function migrateDatabase(db: Db, folder: string = migrationsFolder()): { applied: number } {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const done = new Set(appliedMigrations(db));
  if ([...done].some((when) => !known.some(({ folderMillis }) => folderMillis === when))) {
    throw new DatabaseUnfit(
      'This database was written by a newer Fieldstone. Start that version, or restore an older backup.',
    );
  }
  const pending = known.filter(({ folderMillis }) => !done.has(folderMillis));
  if (pending.length > 0) applyAll(db, pending);
  return { applied: pending.length };
}

/**
 * Foreign keys are off meanwhile: drizzle recreates tables inside a transaction, where the pragma would do nothing and
 * the drop would delete all child rows without an error. They are checked before anything is kept.
 */
function applyAll({ $client: client }: Db, pending: readonly MigrationMeta[]): void {
  client.pragma('foreign_keys = OFF');
  try {
    client
      .transaction(() => {
        client.exec(TABLE);
        const triggers = triggersOf(client);
        for (const migration of pending) apply(client, migration);
        bringBack(client, triggers, pending);
        const violations = client.pragma('foreign_key_check') as unknown[];
        if (violations.length > 0) {
          throw new DatabaseUnfit(
            `${String(violations.length)} rows would point at nothing after the migration, so it was not made.`,
          );
        }
      })
      .immediate();
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

type Client = Db['$client'];

const TABLE =
  'create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)';

function apply(client: Client, { sql, hash, folderMillis }: MigrationMeta): void {
  for (const statement of sql) client.exec(statement);
  client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, folderMillis);
}

interface Trigger {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

const triggersOf = (client: Client): Trigger[] =>
  client.prepare("select name, tbl_name as 'table', sql from sqlite_master where type = 'trigger'").all() as Trigger[];

/** A table that is recreated loses its triggers, and with them rules that nothing else holds. */
function bringBack(client: Client, before: readonly Trigger[], pending: readonly MigrationMeta[]): void {
  const words = pending.flatMap(({ sql }) => sql).join('\n');
  const there = new Set(triggersOf(client).map(({ name }) => name));
  for (const { name, table, sql } of before) {
    const isWanted = !there.has(name) && !new RegExp(`drop trigger [^;]*\\b${name}\\b`, 'iu').test(words);
    const stands = client.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table);
    if (isWanted && stands !== undefined) client.exec(sql);
  }
}

function appliedMigrations(db: Db): number[] {
  const known = db.$client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (known === undefined) return [];
  return db.$client.prepare('select created_at from __drizzle_migrations').pluck().all() as number[];
}
