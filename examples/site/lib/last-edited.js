import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The day (`YYYY-MM-DD`) of the last commit of every file, by its path; empty where the folder is no checkout.
 * One process for all of them. A signature is never checked here, for that would start another program.
 */
export function lastEdited(folder) {
  const days = new Map();
  if (!existsSync(path.join(folder, '.git'))) return days;
  const words = ['-c', 'core.quotePath=false', 'log', '--no-show-signature', '--format=%x00%cs', '--name-only'];
  const asked = spawnSync('git', ['-C', folder, '--no-pager', ...words, '--', 'modules'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (asked.status !== 0) throw new Error(`git could not say when pages were edited: ${asked.stderr}`);
  for (const commit of asked.stdout.split('\0').slice(1)) {
    const [day, ...files] = commit.split('\n').filter((line) => line !== '');
    for (const file of files) if (!days.has(file)) days.set(file, day);
  }
  return days;
}
