import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { putCaseScore } from '../../src/db/case-score-store.ts';
import { scoreOrders, scorePage, type ScoreFilter, type ScorePlace } from '../../src/db/queries/score-pages.ts';
import { insertRound } from '../../src/db/round-store.ts';
import { conflicts } from '../../src/db/schema/index.ts';
import { findSubmission } from '../../src/db/submission-store.ts';
import type { PersonId, RoundId, SubmissionId } from '../../src/domain/ids.ts';
import type { SubmissionState } from '../../src/domain/submission/state.ts';
import { person, sentCase } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

/** Scores with equals among them, and cases that have none yet. */
const scores = [7000, null, 5000, 9100, 7000, 0, null, 7000, 4250, 5000];
const spreads = [0, null, 2500, 100, 300, 0, null, 300, 5000, 2500];

describe('the list of cases with their scores', () => {
  let world: World;
  let curator: PersonId;
  const cases: { id: SubmissionId; state: SubmissionState; score: number; spread: number }[] = [];
  before(async () => {
    world = await makeWorld();
    curator = await person(world, 'Amira Haddad', ['curator']);
    for (const [index, score] of scores.entries()) await put(index, score, spreads[index] ?? null);
  });
  after(() => {
    world.close();
  });

  async function put(index: number, score: number | null, spread: number | null): Promise<void> {
    const state = index % 2 === 0 ? 'in_review' : 'accepted';
    const { id } = await sentCase(world, { facts: { state } });
    const submission = findSubmission(world.service.db, id);
    assert.ok(submission !== undefined);
    const { stateEnteredAt } = submission;
    const roundId = `round-${id}` as RoundId;
    const pinned = { definitionCommit: world.module.commit, version: 1, number: 1 };
    const numbers = { quorum: 2, target: 2, openedBy: curator, openedAt: stateEnteredAt, dueAt: stateEnteredAt };
    await world.service.write(({ tx }) => {
      insertRound(tx, { id: roundId, submissionId: id, ...pinned, ...numbers });
      const kept = { submissionId: id, module: MODULE, state, stateEnteredAt, roundId, wanted: 2, open: 0 } as const;
      const figures = { answered: score === null ? 0 : 2, score, spread, said: [], advice: null };
      putCaseScore(tx, { ...kept, ...figures });
    });
    cases.push({ id, state, score: score ?? -1, spread: spread ?? -1 });
  }

  /** Every page from the first on, so many cases at a time. */
  function walk(filter: Omit<ScoreFilter, 'after'>, size: number): SubmissionId[] {
    const found: SubmissionId[] = [];
    for (let after: ScorePlace | undefined, more = true; more; more = after !== undefined) {
      const page = scorePage(world.service.db, { module: MODULE, viewer: curator }, { ...filter, after }, size);
      found.push(...page.rows.map(({ id }) => id));
      after = page.last;
    }
    return found;
  }

  for (const order of scoreOrders)
    for (const state of [undefined, 'in_review', 'accepted'] as const)
      it(`goes through every case once by ${order}, of ${state ?? 'every state'}`, () => {
        const expected = cases
          .filter((one) => state === undefined || one.state === state)
          .sort((a, b) => b[order] - a[order] || (a.id < b.id ? 1 : -1))
          .map(({ id }) => id);
        for (const size of [1, 2, 3, 50]) assert.deepEqual(walk({ order, state }, size), expected);
      });

  it('never shows a case in which the reader has a part', async () => {
    const [own] = cases;
    assert.ok(own !== undefined);
    const at = world.clock.now().toISOString();
    const conflict = { submissionId: own.id, personId: curator, kind: 'declared', reason: 'mine', at };
    await world.service.write(({ tx }) => tx.insert(conflicts).values(conflict).run());
    const found = walk({ order: 'score', state: undefined }, 3);
    assert.ok(!found.includes(own.id));
    assert.equal(found.length, cases.length - 1);
  });
});
