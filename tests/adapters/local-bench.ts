import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import type { ForgeFile } from '../../src/ports/forge.ts';
import { seed, soon } from './forge-contract.ts';
import type { ForgeBench } from './forge-contract.ts';

const run = promisify(execFile);
const person = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];

/** Plain git, as a person at a terminal uses it. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await run('git', [...person, ...args], { cwd })).stdout.trim();
}

export interface LocalBench extends ForgeBench {
  readonly gitDir: string;
}

/** A seeded bare repository in a folder of its own, and somebody with a clone who pushes. */
export async function makeLocalBench(): Promise<LocalBench> {
  const home = await mkdtemp(join(tmpdir(), 'forge-'));
  const gitDir = join(home, 'content.git');
  await seedLocalRepository(gitDir, seed, soon());
  let clones = 0;
  const clone = async (): Promise<string> => {
    clones += 1;
    const folder = join(home, `clone-${String(clones)}`);
    await git(home, 'clone', '--quiet', gitDir, folder);
    return folder;
  };
  return {
    gitDir,
    forge: new LocalForge(gitDir),
    restarted: () => new LocalForge(gitDir),
    commitByHand: async (files, branch = 'main') => commitIn(await clone(), files, branch),
    mergeByHand: async (branch) => {
      const folder = await clone();
      await git(folder, 'merge', '--quiet', '--no-ff', '-m', 'By hand', `origin/${branch}`);
      await git(folder, 'push', '--quiet', 'origin', 'main');
      return git(folder, 'rev-parse', 'HEAD');
    },
    deleteBranchByHand: async (branch) => {
      await git(gitDir, 'branch', '-D', branch);
    },
    branches: async () => (await git(gitDir, 'for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads')).split('\n'),
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}

async function commitIn(folder: string, files: readonly ForgeFile[], branch: string): Promise<string> {
  const known = await git(folder, 'branch', '--remotes', '--list', `origin/${branch}`);
  await git(folder, 'checkout', '--quiet', '-B', branch, known === '' ? 'origin/main' : `origin/${branch}`);
  for (const file of files) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.text);
  }
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '-m', 'By hand');
  await pushUntilTaken(folder, branch);
  return git(folder, 'rev-parse', 'HEAD');
}

/** As people do: the push is refused because somebody was faster, so pull and push again. */
async function pushUntilTaken(folder: string, branch: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await git(folder, 'push', '--quiet', 'origin', `HEAD:${branch}`);
      return;
    } catch {
      await git(folder, 'pull', '--quiet', '--rebase', 'origin', branch);
    }
  }
  throw new Error('The push was refused every time');
}
