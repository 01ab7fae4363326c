import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const person = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];

/** Plain git, as a person at a terminal uses it. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await run('git', [...person, ...args], { cwd })).stdout.trim();
}

interface File {
  readonly path: string;
  readonly text: string;
}

/** What people do to a bare repository who know nothing of the service: somebody with a clone who pushes. */
export interface PeopleWithGit {
  commitByHand(files: readonly File[], branch?: string): Promise<string>;
  mergeByHand(branch: string): Promise<string>;
  deleteBranchByHand(branch: string): Promise<void>;
  branches(): Promise<readonly string[]>;
}

export function peopleWithGit(home: string, gitDir: string): PeopleWithGit {
  let clones = 0;
  const clone = async (): Promise<string> => {
    clones += 1;
    const folder = join(home, `clone-${String(clones)}`);
    await git(home, 'clone', '--quiet', gitDir, folder);
    return folder;
  };
  return {
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
  };
}

async function commitIn(folder: string, files: readonly File[], branch: string): Promise<string> {
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
