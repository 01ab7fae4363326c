import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure, startFailures } from './start-failures.ts';

/**
 * Makes the data folder, for this user alone, and writes a file in it: asking for rights would not notice a disk that
 * is mounted read-only. Throws `StartFailure`.
 */
export function prepareDataFolder(folder: string): void {
  const probe = path.join(folder, `.write-check-${String(process.pid)}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new StartFailure(startFailures.folderNotWritable(folder), { cause });
  }
}
