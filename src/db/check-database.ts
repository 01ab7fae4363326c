import type { Db } from './open-database.ts';

/** What SQLite itself finds wrong with the file; nothing when it is whole. */
export function databaseFaults(db: Db): string[] {
  const integrity = db.$client.pragma('integrity_check') as { integrity_check: string }[];
  const foreign = db.$client.pragma('foreign_key_check') as { table: string }[];
  return [
    ...integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...foreign.map((row) => `a row of ${row.table} points at nothing`),
  ];
}
