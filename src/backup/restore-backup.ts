import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { checkCopy } from '../db/backup-database.ts';
import { readManifest } from './manifest.ts';

export type Restored =
  | { readonly kind: 'restored'; readonly rows: number }
  | { readonly kind: 'not_a_backup' }
  /** There is a database already; a restore never writes over one. */
  | { readonly kind: 'occupied' }
  | { readonly kind: 'unsound'; readonly why: string };

/** Puts a backup into an empty data folder, after it has been read through and compared with its own manifest. */
export function restoreBackup(from: string, keyFile: string | undefined, dataFolder: string): Restored {
  const manifest = readManifest(from);
  if (manifest === undefined) return { kind: 'not_a_backup' };
  const target = path.join(dataFolder, 'fieldstone.db');
  const occupied = [target, ...manifest.repositories.map((name) => path.join(dataFolder, name))];
  if (occupied.some((file) => existsSync(file))) return { kind: 'occupied' };
  const { faults, chain } = checkCopy(path.join(from, 'fieldstone.db'));
  const whole = chain.rows === manifest.historyRows && chain.head === manifest.historyHead;
  if (faults.length > 0 || chain.brokenAt !== undefined || !whole) {
    return { kind: 'unsound', why: faults[0] ?? `${String(chain.rows)} of ${String(manifest.historyRows)} rows` };
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  for (const name of manifest.repositories) {
    cpSync(path.join(from, name), path.join(dataFolder, name), { recursive: true });
  }
  if (keyFile !== undefined) cpSync(keyFile, path.join(dataFolder, 'secret.key'));
  // The database comes last: a folder without it can be restored into again.
  cpSync(path.join(from, 'fieldstone.db'), target);
  return { kind: 'restored', rows: chain.rows };
}
