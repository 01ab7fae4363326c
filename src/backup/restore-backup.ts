import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkCopy } from '../db/backup-database.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { spoiltFile } from './sums.ts';

export type Restored =
  | { readonly kind: 'restored'; readonly rows: number }
  | { readonly kind: 'not_a_backup' }
  /** There is a database already; a restore never writes over one. */
  | { readonly kind: 'occupied' }
  | { readonly kind: 'unsound'; readonly why: string };

const DATABASE = 'fieldstone.db';

/** Puts a backup into an empty data folder, after it has been read through and compared with its own manifest. */
export function restoreBackup(from: string, keyFile: string | undefined, dataFolder: string): Restored {
  const manifest = readManifest(from);
  if (manifest === undefined) return { kind: 'not_a_backup' };
  // A log without its database would be taken for the log of the restored one.
  const wanted = [DATABASE, `${DATABASE}-wal`, ...manifest.repositories];
  if (wanted.some((name) => existsSync(path.join(dataFolder, name)))) return { kind: 'occupied' };
  const why = unsoundness(from, manifest);
  if (why !== undefined) return { kind: 'unsound', why };
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (keyFile !== undefined) {
    cpSync(keyFile, path.join(dataFolder, 'secret.key'));
    chmodSync(path.join(dataFolder, 'secret.key'), 0o600);
  }
  // The database comes last: a folder without it can be restored into again.
  putIn(from, dataFolder, [...manifest.repositories, DATABASE]);
  return { kind: 'restored', rows: manifest.historyRows };
}

function unsoundness(from: string, manifest: Manifest): string | undefined {
  const spoilt = spoiltFile(from, manifest.files);
  if (spoilt !== undefined) return `${spoilt} is not as it was written`;
  const { faults, chain } = checkCopy(path.join(from, DATABASE));
  const isWhole = chain.brokenAt === undefined && chain.head === manifest.historyHead;
  if (faults.length === 0 && isWhole) return undefined;
  return faults[0] ?? `the history ends at row ${String(chain.rows)} of ${String(manifest.historyRows)}`;
}

/** Nothing has its name before it is whole, and nothing is left of a restore that failed. */
function putIn(from: string, dataFolder: string, names: readonly string[]): void {
  const unfinished = (name: string): string => path.join(dataFolder, `${name}.unfinished`);
  try {
    for (const name of names) cpSync(path.join(from, name), unfinished(name), { recursive: true });
    for (const name of names) renameSync(unfinished(name), path.join(dataFolder, name));
  } catch (error) {
    for (const name of names) rmSync(unfinished(name), { recursive: true, force: true });
    throw error;
  }
}
