import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema/index.ts';
import { isSqliteNewEnough, OLDEST_SQLITE } from './sqlite-version.ts';

export type Schema = typeof schema;
export type Db = BetterSQLite3Database<Schema> & { $client: Database.Database };

const settings = [
  'foreign_keys=ON',
  'secure_delete=ON',
  'trusted_schema=OFF',
  'cell_size_check=ON',
  'temp_store=MEMORY',
  'recursive_triggers=ON',
  'journal_size_limit=67108864',
  'wal_autocheckpoint=1000',
];

/** What must read back, or the promise that nothing acknowledged is lost does not hold. */
const required = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
} as const;

/** The database cannot be trusted with people's words as it is. */
export class DatabaseUnfit extends Error {}

/**
 * Opens the one database file.
 *
 * `synchronous=FULL` must follow WAL: better-sqlite3 is built to fall to NORMAL there, which loses acknowledged
 * commits on a power cut. The time-out is short because waiting for a lock blocks the event loop; `write` retries.
 */
export function openDatabase(file: string): Db {
  const client = new Database(file, { timeout: 25 });
  const version = client.prepare('select sqlite_version()').pluck().get() as string;
  if (!isSqliteNewEnough(version))
    throw new DatabaseUnfit(`SQLite ${version} is older than ${OLDEST_SQLITE}: run npm ci.`);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  for (const setting of settings) client.pragma(setting);
  for (const [name, value] of Object.entries(required)) {
    const found = client.pragma(name, { simple: true });
    if (found !== value)
      throw new DatabaseUnfit(`SQLite setting ${name} is ${String(found)} and must be ${String(value)}`);
  }
  return drizzle(client, { schema });
}

/** Tidies up and closes. On a full disk there is no tidying; the next start takes what is in the log itself. */
export function closeDatabase(db: Db): void {
  try {
    db.$client.pragma('optimize');
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    db.$client.close();
  }
}
