import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure, startFailures } from './start-failures.ts';

/**
 * Makes the data folder, for this user alone, and writes a file in it: asking for rights would not notice a disk that
 * is mounted read-only. Throws `StartFailure`.
 */
export function prepareDataFolder(folder: string): void {
  const probe = path.join(folder, `.write-check-${String(process.pid)}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new StartFailure(startFailures.folderNotWritable(folder), { cause });
  }
}

/** Node's own recursive `mkdir` never returns where the system answers "no such file" for a child, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
