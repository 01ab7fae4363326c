import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import type { ForgeFile } from '../../../ports/forge.ts';
import { ABSENT } from './change-record.ts';
import { importCommit } from './import-commit.ts';
import { moveRefs } from './move-refs.ts';
import { runGit } from './run-git.ts';

const SEED_DAY = '2026-01-01';
const SEED_PATH = /^(?!.*(?:^|\/)\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,300}$/u;
/** git holds a lock for moments; one this old was left by a power cut and would stop every write. */
const STALE_LOCK_MS = 10 * 60 * 1000;

/**
 * Creates a bare repository with these files as its first commit, unless there is one. It is built beside its place
 * and renamed into it, so that a crash half-way leaves no half repository. True when it was made now.
 */
export async function seedLocalRepository(
  gitDir: string,
  files: readonly ForgeFile[],
  signal: AbortSignal,
): Promise<boolean> {
  await mkdir(dirname(gitDir), { recursive: true });
  await removeLeftovers(gitDir);
  if (await exists(join(gitDir, 'HEAD'))) {
    await removeStaleLocks(gitDir);
    return false;
  }
  if (!files.every((file) => SEED_PATH.test(file.path))) throw new ForgeRefused('A path is not fit for a repository');
  const building = `${gitDir}.new-${randomUUID()}`;
  await runGit(building, { args: ['init', '--bare', '--quiet', '--initial-branch=main', '--template='], signal });
  const message = 'Begin the content repository';
  const commit = await importCommit(building, { parents: [], removes: [], files, message, day: SEED_DAY }, signal);
  await moveRefs(building, [{ ref: 'refs/heads/main', from: ABSENT, to: commit }], signal);
  await rename(building, gitDir);
  return true;
}

/** What an earlier start that was cut off had begun to build. */
async function removeLeftovers(gitDir: string): Promise<void> {
  const prefix = `${basename(gitDir)}.new-`;
  const names = (await readdir(dirname(gitDir))).filter((name) => name.startsWith(prefix));
  for (const name of names) await rm(join(dirname(gitDir), name), { recursive: true, force: true });
}

async function removeStaleLocks(gitDir: string): Promise<void> {
  const inRefs = (await readdir(join(gitDir, 'refs'), { recursive: true })).map((name) => join('refs', name));
  const locks = [...inRefs, 'packed-refs.lock', 'HEAD.lock'].filter((name) => name.endsWith('.lock'));
  for (const lock of locks) {
    const path = join(gitDir, lock);
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > STALE_LOCK_MS) await rm(path, { force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
