import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { putCaseScore } from '../../src/db/case-score-store.ts';
import { waitingCases } from '../../src/db/queries/waiting-cases.ts';
import { insertRound } from '../../src/db/round-store.ts';
import type { PersonId, RoundId, SubmissionId } from '../../src/domain/ids.ts';
import { serve, type Served } from '../support/browser.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('what waits', () => {
  let world: World;
  let served: Served;
  let curator: PersonId;
  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    curator = await person(world, 'Amira Haddad', ['curator']);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  /** Sent a minute after the one before. */
  async function later(...facts: Parameters<typeof sentCase>[1][]): Promise<SubmissionId[]> {
    const made: SubmissionId[] = [];
    for (const one of facts) {
      world.clock.pass({ minutes: 1 });
      made.push((await sentCase(world, one)).id);
    }
    return made;
  }

  /** An open round with so many reviewers who are asked or at work, of the two that are wanted. */
  async function inReview(open: number): Promise<SubmissionId> {
    const [id] = await later({ facts: { state: 'in_review' } });
    assert.ok(id !== undefined);
    const at = world.clock.now().toISOString();
    const roundId = `round-${id}` as RoundId;
    await world.service.write(({ tx }) => {
      const pinned = { definitionCommit: world.module.commit, version: 1, number: 1, quorum: 2, target: 2 };
      insertRound(tx, { id: roundId, submissionId: id, ...pinned, openedBy: curator, openedAt: at, dueAt: at });
      const kept = { submissionId: id, module: MODULE, state: 'in_review', stateEnteredAt: at, roundId } as const;
      const figures = { wanted: 2, open, answered: 0, score: null, spread: null, said: [], advice: null };
      putCaseScore(tx, { ...kept, ...figures });
    });
    return id;
  }

  const found = () => waitingCases(world.service.db, { module: MODULE, viewer: curator });
  const ids = () => found().rows.map(({ id }) => id);

  it('is not hidden by older cases in the same state that wait for others', async () => {
    for (let n = 0; n < 12; n += 1) await inReview(2);
    const empty = await inReview(1);
    assert.ok(ids().includes(empty));
    const offered = { facts: { state: 'accepted', pageOfferedAt: world.clock.now().toISOString() } } as const;
    await later(...Array.from({ length: 12 }, () => offered));
    const [unwritten = ''] = await later({ facts: { state: 'accepted' } });
    assert.ok(ids().some((id) => id === unwritten));
    const held = Array.from({ length: 12 }, () => ({ facts: { held: true } }));
    await later(...held);
    const [unheld = ''] = await later({});
    assert.ok(ids().some((id) => id === unheld));
  });

  it('is said to be more than a page shows, with the list of all of it', async () => {
    await later(...Array.from({ length: 9 }, () => ({})));
    assert.equal(found().more.get('screening'), 'screening');
    const browser = served.browser();
    await signIn(world, browser, curator);
    const { html } = await browser.get(`/en/${MODULE}/desk`);
    assert.match(html, /More than \d+ cases wait for you/u);
    assert.ok(html.includes(`/en/${MODULE}/desk/cases?state=screening`));
    assert.equal(found().more.has('write'), false);
  });
});
