import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { historyHash } from '../db/history-store.ts';
import type { Reader } from '../db/in-transaction.ts';
import { readManifest, type Manifest } from './manifest.ts';

export type Compared =
  | { readonly kind: 'holds'; readonly mark: Manifest }
  | { readonly kind: 'no_backup' }
  /** The history ends before the row that the backup had seen: something was cut off. */
  | { readonly kind: 'cut'; readonly mark: Manifest }
  /** There is a row of that number, and it is another one: somebody wrote the history anew. */
  | { readonly kind: 'other'; readonly mark: Manifest };

/**
 * Holds the history against the high-water mark of a backup. A chain that was cut off at its end, or written anew as a
 * whole, is sound in itself; only somebody outside can tell. `folder` is a backup, or the folder of the dated backups,
 * of which the newest counts.
 */
export function compareWithBackup(reader: Reader, folder: string): Compared {
  const mark = newestMark(folder);
  if (mark === undefined) return { kind: 'no_backup' };
  const hash = historyHash(reader, mark.historyRows);
  if (hash === undefined) return { kind: 'cut', mark };
  return { kind: hash === mark.historyHead ? 'holds' : 'other', mark };
}

function newestMark(folder: string): Manifest | undefined {
  const own = readManifest(folder);
  if (own !== undefined || !existsSync(folder)) return own;
  const marks = readdirSync(folder).flatMap((name) => readManifest(path.join(folder, name)) ?? []);
  return marks.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
}
