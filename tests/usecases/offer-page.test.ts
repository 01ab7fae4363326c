import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import { latestPage } from '../../src/db/publication-store.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { recordDecision } from '../../src/usecases/decision/record-decision.ts';
import { releaseDecision } from '../../src/usecases/decision/release-decision.ts';
import { secondDecision } from '../../src/usecases/decision/second-decision.ts';
import { offerPage } from '../../src/usecases/publication/offer-page.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { examplePractices } from '../support/example-module.ts';
import { review, scores } from '../support/domain-examples.ts';

describe('offering a page', () => {
  let world: CaseWorld;
  let curator: Staff;
  let second: Staff;
  let reviewers: Staff[];

  beforeEach(() => {
    world = new CaseWorld();
    curator = world.person('Amina Curator', 'curator');
    second = world.person('second', 'curator');
    reviewers = [world.person('Reviewing Person', 'reviewer'), world.person('Other Reviewer', 'reviewer')];
  });
  afterEach(() => {
    world.close();
  });

  function accepted(practice: string, changes: Answers = {}): SubmissionId {
    const id = world.sent(practice, changes);
    const given = review({ scores: scores(3), evidenceLevel: 'E3' });
    world.reviewed(
      id,
      curator,
      reviewers.map((by) => ({ by, review: given })),
    );
    const decided = world.do((unit) =>
      recordDecision(unit, curator, {
        submissionId: id,
        revision: world.submission(id).revision,
        outcome: 'accept',
        category: 'merit',
        letter: 'We are glad to accept it.',
        letterLanguage: 'en',
        evidence: 'E3',
        departureReason: '',
        overrideReason: '',
        requests: [],
      }),
    );
    assert.ok(decided.ok);
    if (decided.value.waits) world.do((unit) => secondDecision(unit, second, { decisionId: decided.value.id }));
    return id;
  }
  const release = (id: SubmissionId) => {
    const decisionId = rulingDecision(world.db, id)?.id;
    assert.ok(decisionId);
    world.do((unit) => releaseDecision(unit, { decisionId }));
  };
  const offer = (id: SubmissionId) =>
    world.do((unit) => offerPage(unit, curator, { submissionId: id, revision: world.submission(id).revision }));

  it('waits until the letter of the decision has left', () => {
    const id = accepted('in-mp-womens-help-desks');
    assert.deepEqual(offer(id), { ok: false, refusal: { kind: 'guard', guard: 'letter_not_left' } });
    release(id);
    assert.deepEqual(offer(id), { ok: true, value: { number: 1 } });
    assert.equal(latestPage(world.db, id)?.files.length, 2);
  });

  it('finds no leak in any of the real practices', () => {
    for (const { id: practice } of examplePractices()) {
      const id = accepted(practice);
      release(id);
      const offered = offer(id);
      assert.deepEqual(offered, { ok: true, value: { number: 1 } }, `${practice}: ${JSON.stringify(offered)}`);
    }
  });

  for (const [what, text] of [
    ['the contact address', 'Write to the desk at contact@women-first.example for more.'],
    ['a telephone number', 'Call +44 7700 900123 for more.'],
    ['a reviewer', 'We spoke with Reviewing Person about it.'],
    ['the hidden organisation', 'The Women First Collective did this.'],
  ] as const) {
    it(`refuses a page with ${what} in it`, () => {
      const base = examplePractices().find((one) => one.id === 'in-mp-womens-help-desks')?.answers['lessons'];
      const id = accepted('in-mp-womens-help-desks', {
        contact_channel: 'email',
        contact_email: 'contact@women-first.example',
        attribution: 'anonymous',
        organisation: 'Women First Collective',
        lessons: `${typeof base === 'string' ? base : ''} ${text}`,
      });
      release(id);
      const offered = offer(id);
      assert.equal(!offered.ok && offered.refusal.kind, 'page_leaks');
      assert.equal(latestPage(world.db, id), undefined);
    });
  }
});
