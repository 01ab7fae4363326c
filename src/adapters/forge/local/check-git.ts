import { execFile } from 'node:child_process';
import { gitEnvironment } from './run-git.ts';

/** `merge-tree --write-tree` came with this release. */
export const OLDEST_GIT = { major: 2, minor: 38 } as const;

/** There is no git, or one that is too old for the local forge; `found` is its own version line. */
export class GitUnsuitable extends Error {
  readonly found: string | undefined;
  constructor(found: string | undefined, options: { cause?: unknown } = {}) {
    const oldest = `${String(OLDEST_GIT.major)}.${String(OLDEST_GIT.minor)}`;
    super(`The local forge needs git ${oldest} or newer; found ${found ?? 'none'}`, options);
    this.name = 'GitUnsuitable';
    this.found = found;
  }
}

/** Whether a version line such as `git version 2.39.5` is new enough. */
export function isSuitableGit(line: string): boolean {
  const found = /^git version (\d{1,4})\.(\d{1,4})/u.exec(line);
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > OLDEST_GIT.major || (major === OLDEST_GIT.major && minor >= OLDEST_GIT.minor);
}

/** Returns the version line of the system's git, or throws `GitUnsuitable`. */
export function checkGit(): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('git', ['--version'], { env: gitEnvironment(), timeout: 10_000 }, (error, stdout) => {
      const line = stdout.trim();
      if (error !== null) reject(new GitUnsuitable(undefined, { cause: error }));
      else if (!isSuitableGit(line)) reject(new GitUnsuitable(line));
      else resolve(line);
    });
  });
}
