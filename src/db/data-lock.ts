import path from 'node:path';
import Database from 'better-sqlite3';

/** Held as long as the process lives; the system releases it when the process dies, however it dies. */
export interface DataLock {
  release(): void;
}

/**
 * Claims a data folder for this process, or returns nothing when another one has it.
 *
 * Node has no `flock`, and a file with a process id in it outlives a crash. A second SQLite file held in an exclusive
 * transaction is a lock that the system itself gives back.
 */
export function lockDataFolder(folder: string): DataLock | undefined {
  const client = new Database(path.join(folder, 'process.lock'), { timeout: 0 });
  try {
    client.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    client.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return { release: () => client.close() };
}
