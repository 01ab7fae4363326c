import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import { peopleWithGit } from '../support/people-with-git.ts';
import { seed, soon } from './forge-contract.ts';
import type { ForgeBench } from './forge-contract.ts';

export { git } from '../support/people-with-git.ts';

export interface LocalBench extends ForgeBench {
  readonly gitDir: string;
}

/** A seeded bare repository in a folder of its own, and somebody with a clone who pushes. */
export async function makeLocalBench(): Promise<LocalBench> {
  const home = await mkdtemp(join(tmpdir(), 'forge-'));
  const gitDir = join(home, 'content.git');
  await seedLocalRepository(gitDir, seed, soon());
  return {
    gitDir,
    forge: new LocalForge(gitDir),
    restarted: () => new LocalForge(gitDir),
    ...peopleWithGit(home, gitDir),
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}
