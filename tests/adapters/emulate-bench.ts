import assert from 'node:assert/strict';
import { createEmulator } from 'emulate';
import { GitHubForge } from '../../src/adapters/forge/github/github-forge.ts';
import { RecordingFetch } from '../support/recording-fetch.ts';
import { seed, type ForgeBench, type Lacks } from './forge-contract.ts';

const TOKEN = 'person';
const repository = { owner: 'commons', name: 'content' } as const;

/** What this emulator cannot be asked; the stand-in on a real repository can. */
export const emulateLacks: Lacks = {
  'makes one change when ten ask at once': 'emulate opens a second pull request for the same branch',
  'names the paths of a conflict and changes nothing': 'emulate merges what conflicts',
  'lays a conflicting change over the new default branch without force': 'emulate knows no conflict',
  'merges beside a default branch that moved': 'emulate merges onto the base as it was when the change was opened',
  'loses no write when merges and pushes race': 'emulate merges onto the base as it was when the change was opened',
  'says so when somebody committed on top of an open change': 'the head of a pull request never moves in emulate',
  'shows the change as a unified diff, before and after the merge': 'emulate has no diff of a comparison',
};

/** Accounts of emulate have fewer and other addresses than GitHub's; we read none of them. */
const accounts = /\/(?:owner|user)(?:\/\w+)? must /u;

const seedOf = {
  tokens: { [TOKEN]: { login: 'octocat', scopes: ['repo'] } },
  github: {
    users: [{ login: 'octocat', name: 'Octocat', email: 'octocat@example.org' }],
    orgs: [{ login: repository.owner, members: [{ login: 'octocat', role: 'admin' }] }],
    repos: [{ ...repository, auto_init: true, default_branch: 'main' }],
    apps: [
      {
        app_id: 12345,
        slug: 'fieldstone',
        name: 'Fieldstone',
        permissions: { contents: 'write', pull_requests: 'write', metadata: 'read' },
        events: [],
        installations: [{ installation_id: 100, account: repository.owner, repository_selection: 'all' }],
      },
    ],
  },
} as const;

/** An emulator with an App, and somebody who works through the interface by hand. */
export async function makeEmulateBench(): Promise<ForgeBench> {
  const emulator = await createEmulator({ service: 'github', port: 0, seed: structuredClone(seedOf) as never });
  const privateKey = emulator.generatedSecrets.find(({ kind }) => kind === 'github.app_private_key')?.value ?? '';
  const record = new RecordingFetch([accounts]);
  const access = { kind: 'app', appId: '12345', privateKey, installationId: '100' } as const;
  const options = { ...repository, apiUrl: emulator.url, fetch: record.fetch, writePauseMs: 0, askAgainMs: 0 };
  const forge = () => new GitHubForge({ ...options, access });
  const hand = handOn(`${emulator.url}/repos/${repository.owner}/${repository.name}`);
  await hand.commitByHand(seed);
  return {
    forge: forge(),
    restarted: forge,
    ...hand,
    dispose: async () => {
      await emulator.close();
      assert.deepEqual(await record.faults(), []);
    },
  };
}

type Hand = Pick<ForgeBench, 'commitByHand' | 'mergeByHand' | 'deleteBranchByHand' | 'branches'>;
interface Named {
  readonly sha: string;
}

function handOn(url: string): Hand {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, { method, headers, ...sent });
    assert.ok(answer.ok || answer.status === 404, `${method} ${path}: ${String(answer.status)}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  const tip = async (branch: string): Promise<string | undefined> =>
    (await ask<{ object?: Named }>('GET', `/git/ref/heads/${branch}`)).object?.sha;
  return {
    commitByHand: async (files, branch = 'main') => {
      const there = await tip(branch);
      const parent = there ?? (await tip('main')) ?? '';
      const { tree: base } = await ask<{ tree: Named }>('GET', `/git/commits/${parent}`);
      const entries = files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text }));
      const tree = await ask<Named>('POST', '/git/trees', { base_tree: base.sha, tree: entries });
      const commit = { message: 'By hand', tree: tree.sha, parents: [parent] };
      const { sha } = await ask<Named>('POST', '/git/commits', commit);
      if (there === undefined) await ask('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha });
      else await ask('PATCH', `/git/refs/heads/${branch}`, { sha });
      return sha;
    },
    mergeByHand: async (branch) => {
      const [pull] = await ask<{ number: number }[]>('GET', `/pulls?head=${url.split('/')[4] ?? ''}:${branch}`);
      const path = `/pulls/${String(pull?.number)}/merge`;
      return (await ask<Named>('PUT', path, { merge_method: 'merge' })).sha;
    },
    deleteBranchByHand: (branch) => ask('DELETE', `/git/refs/heads/${branch}`),
    branches: async () => (await ask<{ name: string }[]>('GET', '/branches')).map(({ name }) => name).sort(),
  };
}
