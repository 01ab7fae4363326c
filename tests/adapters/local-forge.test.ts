import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { checkGit, isSuitableGit } from '../../src/adapters/forge/local/check-git.ts';
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import { ForgeRefused } from '../../src/domain/publication/forge-faults.ts';
import { branch, forgeContract, requestFor, seed, soon } from './forge-contract.ts';
import { git, makeLocalBench } from './local-bench.ts';

forgeContract('a local bare repository', makeLocalBench);

describe('the local forge', () => {
  it('makes the same commit for the same request on the same base', async () => {
    const [one, two] = [await makeLocalBench(), await makeLocalBench()];
    const heads = [
      await one.forge.ensureChange(requestFor(), soon()),
      await two.forge.ensureChange(requestFor(), soon()),
    ];
    assert.equal(heads[0]?.change.head, heads[1]?.change.head);
    await Promise.all([one.dispose(), two.dispose()]);
  });

  it('dates commits by the day alone and names nobody', async () => {
    const bench = await makeLocalBench();
    const { change } = await bench.forge.ensureChange(requestFor(), soon());
    await bench.forge.merge(branch, change.head, 'Merge practice P-K7Q2M', soon());
    const log = await git(bench.gitDir, 'log', '--format=%an %ae %aI %cn %ce %cI', '-2', 'main');
    const bot = 'Fieldstone noreply@fieldstone.invalid 2026-03-04T00:00:00+00:00';
    assert.deepEqual(log.split('\n'), [`${bot} ${bot}`, `${bot} ${bot}`]);
    await bench.dispose();
  });

  it('opens a closed change again when a person asks', async () => {
    const bench = await makeLocalBench();
    const forge = new LocalForge(bench.gitDir);
    const { change } = await forge.ensureChange(requestFor(), soon());
    await forge.close(branch, soon());
    await forge.reopen(branch, soon());
    await forge.reopen(branch, soon());
    assert.deepEqual(await forge.findChange(branch, soon()), change);
    assert.equal((await forge.merge(branch, change.head, 'Merge', soon())).kind, 'merged');
    await bench.dispose();
  });

  for (const how of ['squashed', 'rebased'] as const) {
    it(`counts a change as merged that somebody ${how} onto the default branch`, async () => {
      const bench = await makeLocalBench();
      const { change } = await bench.forge.ensureChange(requestFor(), soon());
      await bench.commitByHand([{ path: 'README.md', text: 'moved\n' }]);
      const commit = await broughtIn(bench.gitDir, how);
      await bench.commitByHand([{ path: 'README.md', text: 'moved on\n' }]);
      const seen = await bench.restarted().findChange(branch, soon());
      const { number, head } = change;
      assert.deepEqual(seen, { number, branch, head, state: 'merged', mergeCommit: commit, mergeable: 'unknown' });
      assert.deepEqual(await bench.forge.merge(branch, head, 'Merge', soon()), { kind: 'merged', commit });
      assert.deepEqual(await bench.branches(), ['main']);
      await bench.dispose();
    });
  }

  it('counts half of a change as nothing', async () => {
    const bench = await makeLocalBench();
    await bench.forge.ensureChange(requestFor(), soon());
    const [first] = requestFor().files;
    assert.ok(first);
    await bench.commitByHand([first]);
    assert.equal((await bench.forge.findChange(branch, soon()))?.state, 'open');
    await bench.dispose();
  });

  it('runs no hook of the repository', async () => {
    const bench = await makeLocalBench();
    const sign = join(bench.gitDir, 'ran');
    await mkdir(join(bench.gitDir, 'hooks'), { recursive: true });
    const hook = join(bench.gitDir, 'hooks', 'reference-transaction');
    await writeFile(hook, `#!/bin/sh\ntouch ${sign}\n`, { mode: 0o755 });
    await bench.forge.ensureChange(requestFor(), soon());
    assert.ok(!(await readdir(bench.gitDir)).includes('ran'));
    await bench.dispose();
  });

  it('refuses for good where there is no repository', async () => {
    const forge = new LocalForge(join(tmpdir(), 'no-such-repository.git'));
    await assert.rejects(forge.head(soon()), ForgeRefused);
  });
});

/** The change as somebody brings it in without its own commit; answers the commit that did. */
async function broughtIn(gitDir: string, how: 'squashed' | 'rebased'): Promise<string> {
  const at = join(gitDir, '..', how);
  await git(gitDir, 'clone', '--quiet', gitDir, at);
  if (how === 'squashed') {
    await git(at, 'merge', '--quiet', '--squash', `origin/${branch}`);
    await git(at, 'commit', '--quiet', '-m', 'Squashed');
  } else await git(at, 'cherry-pick', `origin/${branch}`);
  await git(at, 'push', '--quiet', 'origin', 'main');
  return git(at, 'rev-parse', 'HEAD');
}

describe('a local forge whose process is killed', () => {
  it('has one change, one number and a sound repository whenever it dies', { timeout: 120_000 }, async () => {
    const bench = await makeLocalBench();
    const worker = join(import.meta.dirname, 'forge-worker.ts');
    // From before the first call of git to after the last, in steps finer than one call takes.
    for (let delay = 0; delay <= 120; delay += 8) {
      const child = fork(worker, [bench.gitDir], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
      const exited = once(child, 'exit');
      await once(child, 'message');
      child.send('go');
      await wait(delay);
      child.kill('SIGKILL');
      await exited;
    }
    const { change } = await bench.restarted().ensureChange(requestFor(), soon());
    const outcome = await bench.restarted().merge(branch, change.head, 'Merge practice P-K7Q2M', soon());
    assert.equal(outcome.kind, 'merged');
    const merges = await git(bench.gitDir, 'rev-list', '--merges', '--count', 'main');
    const commits = await git(bench.gitDir, 'rev-list', '--count', 'main');
    assert.deepEqual([merges, commits, (await bench.forge.listChanges(soon())).length], ['1', '3', 1]);
    await git(bench.gitDir, 'fsck', '--strict', '--no-dangling');
    await bench.dispose();
  });
});

describe('seeding a local repository', () => {
  let home: string;
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'seed-'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  it('makes it once and leaves what is there alone', async () => {
    const gitDir = join(home, 'one.git');
    assert.equal(await seedLocalRepository(gitDir, seed, soon()), true);
    assert.equal(await seedLocalRepository(gitDir, [], soon()), false);
    const forge = new LocalForge(gitDir);
    assert.deepEqual(await forge.readFolder(await forge.head(soon()), '', soon()), seed);
    await git(gitDir, 'fsck', '--strict', '--no-dangling');
  });

  it('clears away what a start that was cut off had begun', async () => {
    const gitDir = join(home, 'two.git');
    await mkdir(join(`${gitDir}.new-half`, 'refs'), { recursive: true });
    await seedLocalRepository(gitDir, seed, soon());
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.startsWith('two.')),
      ['two.git'],
    );
  });

  it('removes locks that a power cut left, and only old ones', async () => {
    const gitDir = join(home, 'three.git');
    await seedLocalRepository(gitDir, seed, soon());
    const [old, fresh] = [join(gitDir, 'refs', 'heads', 'main.lock'), join(gitDir, 'packed-refs.lock')];
    await writeFile(old, '');
    await writeFile(fresh, '');
    await utimes(old, 1, 1);
    await seedLocalRepository(gitDir, seed, soon());
    assert.deepEqual(await readdir(join(gitDir, 'refs', 'heads')), ['main']);
    assert.ok((await readdir(gitDir)).includes('packed-refs.lock'));
  });

  it('refuses a path that leaves the repository', async () => {
    const files = [{ path: '../x', text: '' }];
    await assert.rejects(seedLocalRepository(join(home, 'four.git'), files, soon()), ForgeRefused);
  });
});

describe('the git of the system', () => {
  it('is new enough from 2.38 on', async () => {
    assert.match(await checkGit(), /^git version 2\./u);
    const lines = [
      'git version 2.37.9',
      'git version 2.38.0',
      'git version 2.50.1 (Apple Git-155)',
      'git version 3.0',
      'x',
    ];
    assert.deepEqual(lines.map(isSuitableGit), [false, true, true, true, false]);
  });
});
