import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitHubForge } from '../../src/adapters/forge/github/github-forge.ts';
import type { GitHubOptions } from '../../src/adapters/forge/github/github-options.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import { publicKeyOf } from '../support/github-stand-in/account-handlers.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { peopleWithGit } from '../support/people-with-git.ts';
import { RecordingFetch } from '../support/recording-fetch.ts';
import { seed, soon, type ForgeBench } from './forge-contract.ts';

export interface StandInBench extends ForgeBench {
  readonly standIn: GitHubStandIn;
  readonly gitDir: string;
  readonly record: RecordingFetch;
  /** A forge of its own, with other options where they matter to the test. */
  forgeWith(options: Partial<GitHubOptions>): GitHubForge;
}

export const TOKEN = 'github_pat_stand_in';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
export const appAccess = { kind: 'app', appId: '12345', privateKey, installationId: '100' } as const;

/** The stand-in on a seeded bare repository, people with plain git, and a record of every call. */
export async function makeStandInBench(token = TOKEN): Promise<StandInBench> {
  const home = await mkdtemp(join(tmpdir(), 'github-'));
  const gitDir = join(home, 'content.git');
  await seedLocalRepository(gitDir, seed, soon());
  const app = { appId: '12345', installationId: '100', publicKey: publicKeyOf(privateKey) };
  const standIn = await GitHubStandIn.start({ gitDir, tokens: [token], app });
  const record = new RecordingFetch();
  const forgeWith = (options: Partial<GitHubOptions>) =>
    new GitHubForge({
      owner: 'commons',
      name: 'content',
      apiUrl: standIn.url,
      access: { kind: 'token', token },
      fetch: record.fetch,
      writePauseMs: 0,
      askAgainMs: 5,
      ...options,
    });
  return {
    standIn,
    gitDir,
    record,
    forgeWith,
    forge: forgeWith({}),
    restarted: () => forgeWith({}),
    ...peopleWithGit(home, gitDir),
    dispose: async () => {
      await standIn.stop();
      await rm(home, { recursive: true, force: true });
      assert.deepEqual(await record.faults(), []);
      assert.equal(standIn.world.forced, 0);
    },
  };
}
