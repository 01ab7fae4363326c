import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { caseFacts } from '../../src/db/queries/case-facts.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { recordDecision } from '../../src/usecases/decision/record-decision.ts';
import { releaseDecision } from '../../src/usecases/decision/release-decision.ts';
import { remindSubmitter } from '../../src/usecases/reminders/remind-submitter.ts';
import { askSubmitter } from '../../src/usecases/screening/ask-submitter.ts';
import { extendRevision } from '../../src/usecases/submission/extend-revision.ts';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { review, scores } from '../support/domain-examples.ts';

const asked = { field: 'results', level: 'must', editorial: false, text: 'Say how it was measured.' } as const;

describe('a revision', () => {
  let world: CaseWorld;
  let curator: Staff;
  let id: SubmissionId;

  beforeEach(() => {
    world = new CaseWorld();
    curator = world.person('curator', 'curator');
    id = world.sent();
  });
  afterEach(() => {
    world.close();
  });

  const ask = () =>
    world.do((unit) =>
      askSubmitter(unit, curator, { submissionId: id, revision: world.submission(id).revision, requests: [asked] }),
    );
  const extend = () =>
    world.do((unit) => extendRevision(unit, { kind: 'submitter', submissionId: id }, { submissionId: id }));
  const due = () => caseFacts(world.db, world.module, [world.submission(id)], world.clock.now())[0]?.promise.due;
  const remind = () => world.do((unit) => remindSubmitter(unit, id));

  it('is extended once, by as many days again, and starts anew with the next', () => {
    assert.equal(ask().ok, true);
    assert.equal(due(), '2027-01-24');
    assert.deepEqual(extend(), { ok: true, value: 'extended' });
    assert.equal(due(), '2027-03-25');
    assert.deepEqual(extend(), { ok: true, value: 'extended' });
    assert.equal(due(), '2027-03-25');
  });

  it('cannot be extended by anybody else, nor where there is none', () => {
    const other = { kind: 'submitter', submissionId: 'other' as SubmissionId } as const;
    assert.equal(world.do((unit) => extendRevision(unit, other, { submissionId: id })).ok, false);
    assert.deepEqual(extend(), {
      ok: false,
      refusal: { kind: 'move_not_allowed', move: 'answer', state: 'screening' },
    });
  });

  it('is reminded of after 14 and after 45 days, each once', () => {
    ask();
    assert.equal(remind(), false);
    world.clock.pass({ days: 14 });
    assert.deepEqual([remind(), remind()], [true, false]);
    world.clock.pass({ days: 31 });
    assert.deepEqual([remind(), remind()], [true, false]);
    world.clock.pass({ days: 100 });
    assert.equal(remind(), false);
  });

  it('is not reminded of before its submitter was told', () => {
    const reviewers = [world.person('one', 'reviewer'), world.person('two', 'reviewer')];
    const given = review({ scores: scores(2), evidenceLevel: 'E2', recommendation: 'revise' });
    world.reviewed(
      id,
      curator,
      reviewers.map((by) => ({ by, review: given })),
    );
    const decided = world.do((unit) =>
      recordDecision(unit, curator, {
        submissionId: id,
        revision: world.submission(id).revision,
        outcome: 'revise',
        category: 'merit',
        letter: 'Please say more about what was measured.',
        letterLanguage: 'en',
        evidence: undefined,
        departureReason: 'The experts ask for more than the rule knows, and we follow them in this.',
        overrideReason: '',
        requests: [asked],
      }),
    );
    assert.equal(decided.ok, true);
    world.clock.pass({ days: 20 });
    assert.equal(remind(), false);
    const decisionId = rulingDecision(world.db, id)?.id;
    assert.ok(decisionId);
    world.do((unit) => releaseDecision(unit, { decisionId }));
    assert.equal(remind(), true);
  });
});
