import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkGitHubAccess } from '../../src/adapters/forge/github/check-access.ts';
import type { GitHubOptions } from '../../src/adapters/forge/github/github-options.ts';
import { checkLocalAccess } from '../../src/adapters/forge/local/check-access.ts';
import { git } from '../support/people-with-git.ts';
import { soon } from './forge-contract.ts';
import { appAccess, makeStandInBench, TOKEN, type StandInBench } from './github-bench.ts';

const OTHER_TOKEN = 'github_pat_other';

let bench: StandInBench;
/** In each group by itself: hooks of a file would be those of every file in the same process. */
function eachOnItsOwn(): void {
  beforeEach(async () => {
    bench = await makeStandInBench();
  });
  afterEach(() => bench.dispose());
}

const problems = async (options: Partial<GitHubOptions> = {}): Promise<readonly string[]> => {
  const access = { kind: 'token', token: TOKEN } as const;
  const repository = { owner: 'commons', name: 'content', apiUrl: bench.standIn.url, access };
  const found = await checkGitHubAccess({ ...repository, fetch: bench.record.fetch, ...options }, soon());
  return found.map(({ kind }) => kind);
};

describe('looking at our access to GitHub', () => {
  eachOnItsOwn();

  it('finds nothing where all is well, with a token and with an App, and writes nothing', async () => {
    assert.deepEqual([await problems(), await problems({ access: appAccess })], [[], []]);
    assert.deepEqual(await bench.branches(), ['main']);
    assert.deepEqual(bench.standIn.world.pulls, []);
  });

  it('names each right that is missing', async () => {
    const { lacking } = bench.standIn.world.switches;
    lacking.add('contents');
    assert.deepEqual(await problems(), ['no_contents']);
    lacking.add('pull_requests');
    assert.deepEqual(await problems(), ['no_contents', 'no_pull_requests']);
  });

  it('tells a wrong token, a wrong App and a repository that is not there apart', async () => {
    assert.deepEqual(await problems({ access: { kind: 'token', token: 'wrong' } }), ['credentials']);
    assert.deepEqual(await problems({ access: { ...appAccess, installationId: '7' } }), ['no_token']);
    assert.deepEqual(await problems({ access: { ...appAccess, appId: '7' } }), ['no_token']);
    assert.deepEqual(await problems({ name: 'elsewhere' }), ['not_found']);
  });

  it('sees an archive, a repository without modules, and a line that is dead', async () => {
    bench.standIn.world.switches.archived = true;
    assert.deepEqual(await problems(), ['archived']);
    bench.standIn.world.switches.archived = false;
    await git(bench.gitDir, 'update-ref', 'refs/heads/main', await emptyCommit(bench.gitDir));
    assert.deepEqual(await problems(), ['no_modules']);
    assert.deepEqual(await problems({ apiUrl: 'http://127.0.0.1:9' }), ['unreachable']);
  });

  it('takes a folder that the first start will make for well', async () => {
    assert.deepEqual(await checkLocalAccess(join(tmpdir(), 'not-there-yet.git'), soon()), []);
    assert.deepEqual(await checkLocalAccess(bench.gitDir, soon()), []);
  });
});

describe('fieldstone doctor', () => {
  eachOnItsOwn();

  it('says what is wrong in one sentence, and that the rest is well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    const settings = {
      GITHUB_API_URL: bench.standIn.url,
      GITHUB_TOKEN: 'wrong',
      CONTENT_REPOSITORIES: 'github:commons/content,local:content.git',
      DATA_DIR: folder,
    };
    const { code, out, complaints } = await doctor(settings);
    assert.equal(code, 1);
    assert.match(
      complaints,
      /^github:commons\/content: GitHub does not accept the credentials \(Bad credentials\): [^\n]+\n$/u,
    );
    assert.match(out, /^local:.*content\.git: all is well\.$/mu);
    assert.equal((await doctor({ ...settings, GITHUB_TOKEN: TOKEN })).code, 0);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('fieldstone doctor on several repositories', () => {
  eachOnItsOwn();
  let other: StandInBench;
  beforeEach(async () => {
    other = await makeStandInBench(OTHER_TOKEN);
  });
  afterEach(() => other.dispose());

  it('asks each with its own credentials, and one that is refused keeps the other well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    const settings = {
      CONTENT_REPOSITORIES: 'github:commons/content@ONE,github:Commons/Content2@OTHER',
      GITHUB_API_URL_ONE: bench.standIn.url,
      GITHUB_TOKEN_ONE: TOKEN,
      GITHUB_API_URL_OTHER: other.standIn.url,
      GITHUB_TOKEN_OTHER: OTHER_TOKEN,
      DATA_DIR: folder,
    };
    other.standIn.world.owner = 'Commons';
    other.standIn.world.name = 'Content2';
    const well = await doctor(settings);
    assert.equal(well.code, 0, well.complaints);
    assert.match(well.out, /^github:commons\/content: all is well\.\ngithub:Commons\/Content2: all is well\.$/mu);
    const crossed = await doctor({ ...settings, GITHUB_TOKEN_OTHER: TOKEN });
    assert.equal(crossed.code, 1);
    assert.match(crossed.complaints, /^github:Commons\/Content2: GitHub does not accept the credentials[^\n]+\n$/u);
    assert.match(crossed.out, /^github:commons\/content: all is well\.$/mu);
    await rm(folder, { recursive: true, force: true });
  });
});

function doctor(settings: Record<string, string>): Promise<{ code: number; out: string; complaints: string }> {
  const args = ['--import', 'tsx', 'src/cli.ts', 'doctor'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { PATH: process.env['PATH'], ...settings } }, (error, out, complaints) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, complaints });
    });
  });
}

async function emptyCommit(gitDir: string): Promise<string> {
  const tree = await git(gitDir, 'hash-object', '-t', 'tree', '-w', '/dev/null');
  return git(gitDir, 'commit-tree', tree, '-m', 'Empty');
}
