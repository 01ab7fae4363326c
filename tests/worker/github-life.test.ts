import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { knownRepository } from '../../src/db/repository-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import { faultKinds, type Fault } from '../support/github-stand-in/faults.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { git } from '../support/people-with-git.ts';
import { PlayedCase } from '../support/played-case.ts';
import { RecordingFetch } from '../support/recording-fetch.ts';
import { makeWorld, type World } from '../support/world.ts';

describe('a practice whose content repository is on GitHub', () => {
  let standIn: GitHubStandIn;
  let record: RecordingFetch;
  let world: World;

  beforeEach(async () => {
    record = new RecordingFetch();
    world = await makeWorld({
      repositories: async (gitDir) => {
        standIn = await GitHubStandIn.start({ gitDir, tokens: ['token'] });
        const access = { kind: 'token', token: 'token' } as const;
        const part = { kind: 'github', owner: 'commons', name: 'content', apiUrl: standIn.url, access } as const;
        return [{ ...part, fetch: record.fetch, writePauseMs: 0, askAgainMs: 0, timeoutMs: 2000 }];
      },
    });
  });
  afterEach(async () => {
    await standIn.stop();
    world.close();
    assert.deepEqual(await record.faults(), []);
    assert.equal(standIn.world.forced, 0);
  });

  it('goes from the form to a merge commit, and its branch is gone', async () => {
    const life = await (await PlayedCase.sent(world)).published();
    assert.deepEqual([life.publication().state, life.submission().state], ['merged', 'published']);
    assert.equal(await git(world.repository, 'rev-parse', 'main'), life.publication().mergeCommit);
    assert.equal(await git(world.repository, 'branch', '--list', 'practice/*'), '');
    assert.equal(standIn.world.pulls.length, 1);
    await world.service.worker.lookNow();
    const known = { number: standIn.world.id, head: life.publication().mergeCommit };
    assert.deepEqual(knownRepository(world.service.db, 'github:commons/content'), known);
    assert.deepEqual(world.faults, []);
  });

  it('is known to be merged when somebody merged there', async () => {
    const life = await (await PlayedCase.sent(world)).approved();
    await world.service.worker.lookNow();
    const { branch } = life.publication();
    await git(world.repository, 'update-ref', 'refs/heads/main', `refs/heads/${branch}`);
    world.clock.pass({ minutes: 20 });
    await world.service.worker.lookNow();
    assert.deepEqual([life.publication().state, life.submission().state], ['merged', 'published']);
  });

  it('is published once over a line that breaks at every second call', async () => {
    const life = await (await PlayedCase.sent(world)).approved();
    let calls = 0;
    standIn.faults = (): Fault | undefined => {
      calls += 1;
      const kinds = faultKinds.filter((kind) => kind !== 'hang');
      const kind = kinds[calls % kinds.length] ?? 'drop';
      // Fewer and fewer: a line that breaks at every second call for ever lets nobody through.
      return calls < 30 && calls % 2 === 0 ? { kind, when: calls % 4 === 0 ? 'after' : 'before' } : undefined;
    };
    for (let turn = 0; turn < 20; turn += 1) {
      await world.service.worker.lookNow();
      world.clock.pass({ minutes: 600 });
    }
    assert.equal(life.publication().state, 'open');
    await act.merge(life.stage, life.played, life.stage.staff('leila'), 0);
    await world.service.worker.lookNow();
    assert.deepEqual([life.submission().state, standIn.world.pulls.length], ['published', 1]);
  });
});
