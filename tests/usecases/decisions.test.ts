import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findAssignment } from '../../src/db/assignment-store.ts';
import { latestRound } from '../../src/db/round-store.ts';
import { jobs, requests } from '../../src/db/schema/index.ts';
import { rulingDecision, shownState } from '../../src/db/queries/shown-state.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { answerAppeal } from '../../src/usecases/decision/answer-appeal.ts';
import { recordDecision, type RecordDecisionInput } from '../../src/usecases/decision/record-decision.ts';
import { releaseDecision } from '../../src/usecases/decision/release-decision.ts';
import { secondDecision } from '../../src/usecases/decision/second-decision.ts';
import { sendDecisionNow } from '../../src/usecases/decision/send-decision-now.ts';
import { takeBackDecision } from '../../src/usecases/decision/take-back-decision.ts';
import { inviteReviewerTo } from '../../src/usecases/round/invite-reviewer-to.ts';
import { appeal } from '../../src/usecases/submission/appeal.ts';
import { resumeSubmission } from '../../src/usecases/submission/resume-submission.ts';
import { withdrawSubmission } from '../../src/usecases/submission/withdraw-submission.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { gates, review, scores } from '../support/domain-examples.ts';

const letter = 'The desks changed how women are received; the account is clear and the results are measured.';

describe('a decision', () => {
  let world: CaseWorld;
  let people: Record<'curator' | 'second' | 'safety' | 'first' | 'other', Staff>;
  let id: SubmissionId;

  beforeEach(() => {
    world = new CaseWorld();
    people = {
      curator: world.person('curator', 'curator'),
      second: world.person('second', 'curator'),
      safety: world.person('safety', 'safety'),
      first: world.person('first', 'reviewer'),
      other: world.person('other', 'reviewer'),
    };
    id = world.sent();
    const both = review({ scores: scores(3), evidenceLevel: 'E3' });
    world.reviewed(id, people.curator, [
      { by: people.first, review: both },
      { by: people.other, review: both },
    ]);
  });
  afterEach(() => {
    assert.equal(verifyHistory(world.db).brokenAt, undefined);
    world.close();
  });

  const input = (but: Partial<RecordDecisionInput> = {}): RecordDecisionInput => ({
    submissionId: id,
    revision: world.submission(id).revision,
    outcome: 'accept',
    category: 'merit',
    letter,
    letterLanguage: 'en',
    evidence: 'E3',
    departureReason: '',
    overrideReason: '',
    requests: [],
    ...but,
  });
  const decide = (but: Partial<RecordDecisionInput> = {}, by = people.curator) =>
    world.do((unit) => recordDecision(unit, by, input(but)));
  const ruling = () => {
    const found = rulingDecision(world.db, id);
    assert.ok(found);
    return found;
  };
  const waiting = (kind: string) =>
    world.db
      .select()
      .from(jobs)
      .all()
      .filter((job) => job.kind === kind && job.state === 'due');

  it('to accept as advised takes effect at once and is read when its letter leaves', () => {
    assert.deepEqual(decide().ok, true);
    assert.equal(world.submission(id).state, 'accepted');
    assert.equal(shownState(world.db, world.submission(id)), 'in_review');
    assert.equal(waiting('release_decision')[0]?.runAfter, '2026-11-25T09:30:00.000Z');
    assert.equal(
      world.do((unit) => releaseDecision(unit, { decisionId: ruling().id })),
      'released',
    );
    assert.equal(shownState(world.db, world.submission(id)), 'accepted');
  });

  it('against the advice needs fifty characters and another curator', () => {
    const short = decide({ outcome: 'reject' });
    assert.deepEqual(short, {
      ok: false,
      refusal: {
        kind: 'decision_problems',
        problems: [{ kind: 'departure_reason_too_short', minimum: 50, advice: 'accept' }],
      },
    });
    assert.equal(rulingDecision(world.db, id), undefined);
  });

  it('to accept with a medium risk waits for another curator', () => {
    id = world.sent('in-mp-womens-help-desks', {
      risk_people: { survivors: { level: 'medium', mitigation: 'No village is named.' } },
    });
    const both = review({ scores: scores(3), evidenceLevel: 'E3' });
    world.reviewed(id, people.curator, [
      { by: people.first, review: both },
      { by: people.other, review: both },
    ]);
    assert.deepEqual(decide(), { ok: true, value: { id: ruling().id, waits: true } });
    assert.equal(world.submission(id).state, 'in_review');
    assert.equal(waiting('letter').filter(({ dedupeKey }) => dedupeKey.startsWith('second_needed')).length, 1);
    const own = world.do((unit) => secondDecision(unit, people.curator, { decisionId: ruling().id }));
    assert.deepEqual(own, { ok: false, refusal: { kind: 'guard', guard: 'second_person_needed' } });
    assert.deepEqual(decide(), { ok: false, refusal: { kind: 'guard', guard: 'decision_pending' } });
    assert.equal(world.do((unit) => secondDecision(unit, people.second, { decisionId: ruling().id })).ok, true);
    assert.equal(world.submission(id).state, 'accepted');
    const twice = world.do((unit) => secondDecision(unit, people.second, { decisionId: ruling().id }));
    assert.equal(twice.ok, false);
  });

  it('taken back leaves the case in review, its letter unsent and its requests dropped', () => {
    const asked = { field: undefined, level: 'must', editorial: false, text: 'Say how it was measured.' } as const;
    decide({
      outcome: 'revise',
      departureReason: 'The measurement is not described well enough to be understood by others.',
      requests: [asked],
    });
    assert.equal(world.submission(id).state, 'revision');
    const decisionId = ruling().id;
    assert.equal(world.do((unit) => takeBackDecision(unit, people.second, { decisionId })).ok, true);
    assert.equal(world.submission(id).state, 'in_review');
    assert.deepEqual(waiting('release_decision'), []);
    assert.deepEqual(world.db.select({ dropped: requests.dropped }).from(requests).all(), [{ dropped: true }]);
    assert.equal(
      world.do((unit) => releaseDecision(unit, { decisionId })),
      'no_longer',
    );
    assert.equal(decide().ok, true);
  });

  it('cannot be taken back once its letter has left', () => {
    decide();
    const decisionId = ruling().id;
    world.do((unit) => releaseDecision(unit, { decisionId }));
    const late = world.do((unit) => takeBackDecision(unit, people.curator, { decisionId }));
    assert.deepEqual(late, { ok: false, refusal: { kind: 'guard', guard: 'letter_left' } });
  });

  it('can be sent now', () => {
    decide();
    world.do((unit) => sendDecisionNow(unit, people.curator, { decisionId: ruling().id }));
    assert.equal(waiting('release_decision')[0]?.runAfter, '2026-11-25T09:00:00.000Z');
  });

  it('waits while the case is on hold, and cannot be made then', () => {
    decide();
    const hold = world.do((unit) => raiseHold(unit, people.curator, { submissionId: id, reason: 'A name was seen.' }));
    assert.deepEqual(hold, { ok: true, value: 'held' });
    assert.equal(
      world.do((unit) => releaseDecision(unit, { decisionId: ruling().id })),
      'held',
    );
    assert.equal(decide({ outcome: 'revise' }).ok, false);
    const lifted = world.do((unit) => liftHold(unit, people.curator, { submissionId: id, reason: 'All well' }));
    assert.deepEqual(lifted, { ok: false, refusal: { kind: 'not_permitted' } });
    assert.equal(world.do((unit) => liftHold(unit, people.safety, { submissionId: id, reason: 'Checked.' })).ok, true);
    assert.equal(
      world.do((unit) => releaseDecision(unit, { decisionId: ruling().id })),
      'released',
    );
  });

  it('cannot be taken back under a hold', () => {
    decide();
    const decisionId = ruling().id;
    world.do((unit) => raiseHold(unit, people.curator, { submissionId: id, reason: 'A name was seen.' }));
    const held = world.do((unit) => takeBackDecision(unit, people.curator, { decisionId }));
    assert.deepEqual(held, { ok: false, refusal: { kind: 'on_hold', move: 'take_back' } });
  });

  const outcomes = {
    accept: {},
    revise: {
      outcome: 'revise',
      departureReason: 'The account has no dates, and only those who wrote it can add them.',
      requests: [{ field: undefined, level: 'must', editorial: false, text: 'Say when.' }],
    },
    reject: { outcome: 'reject', departureReason: 'It describes another country than the one that it names.' },
  } as const;
  for (const [outcome, but] of Object.entries(outcomes))
    for (const held of [false, true])
      it(`to ${outcome} that was not told never was, once the submitter withdraws${held ? ' under a hold' : ''}`, () => {
        assert.equal(decide(but).ok, true);
        const decisionId = ruling().id;
        if (held) world.do((unit) => raiseHold(unit, people.curator, { submissionId: id, reason: 'A name was seen.' }));
        const submitter = { kind: 'submitter', submissionId: id } as const;
        const withdrawn = world.do((unit) => withdrawSubmission(unit, submitter, { submissionId: id }));
        assert.deepEqual(withdrawn, { ok: true, value: 'withdrawn' });
        assert.equal(waiting('release_decision').length, 0);
        assert.equal(
          world.do((unit) => releaseDecision(unit, { decisionId })),
          'no_longer',
        );
        assert.equal(world.do((unit) => takeBackDecision(unit, people.curator, { decisionId })).ok, false);
        if (held) world.do((unit) => liftHold(unit, people.safety, { submissionId: id, reason: 'Checked.' }));
        world.do((unit) => resumeSubmission(unit, submitter, { submissionId: id }));
        assert.equal(rulingDecision(world.db, id), undefined);
        assert.deepEqual(decide(outcomes.reject).ok, true);
      });

  it('waits for the letter of the one before, and leaves the round closed when it is taken back', () => {
    decide();
    const revise = {
      outcome: 'revise',
      departureReason: 'The submitter asked for another wording, which only they can write.',
      requests: [{ field: undefined, level: 'must', editorial: false, text: 'Shorten the title.' }],
    } as const;
    assert.deepEqual(decide(revise), { ok: false, refusal: { kind: 'guard', guard: 'letter_not_left' } });
    world.do((unit) => releaseDecision(unit, { decisionId: ruling().id }));
    world.clock.pass({ minutes: 1 });
    assert.equal(decide(revise).ok, true);
    assert.equal(shownState(world.db, world.submission(id)), 'accepted');
    world.do((unit) => takeBackDecision(unit, people.curator, { decisionId: ruling().id }));
    assert.equal(world.submission(id).state, 'accepted');
    assert.notEqual(latestRound(world.db, id)?.closedAt, null);
  });

  it('made before every review is in releases those who were still asked', () => {
    const third = world.person('third', 'reviewer');
    const round = latestRound(world.db, id);
    assert.ok(round);
    const asked = world.do((unit) =>
      inviteReviewerTo(unit, people.curator, round, { personId: third.personId }, world.module.policy),
    );
    decide();
    assert.equal(findAssignment(world.db, asked)?.status, 'invited');
    world.do((unit) => releaseDecision(unit, { decisionId: ruling().id }));
    assert.equal(findAssignment(world.db, asked)?.status, 'released');
    const letters = waiting('letter').map(({ dedupeKey }) => dedupeKey);
    assert.equal(letters.filter((key) => key.startsWith('review_thanks:')).length, 2);
    assert.ok(letters.includes(`released:${asked}`));
  });

  it('without the quorum needs fifty characters, and keeps them', () => {
    id = world.sent();
    world.reviewed(id, people.curator, [{ by: people.first, review: review({ evidenceLevel: 'E3' }) }]);
    const short = decide();
    assert.equal(!short.ok && short.refusal.kind, 'decision_problems');
    const overrideReason = 'Nobody else in the region can read it, and the one reviewer knows the field well.';
    const departureReason = 'With one review the rubric has no advice to give, and the account is very clear.';
    assert.equal(decide({ overrideReason, departureReason }).ok, true);
    assert.match(ruling().reason, /Nobody else in the region/);
  });

  it('is not agreed to once a gate was opened again', () => {
    id = world.sent('in-mp-womens-help-desks', {
      risk_people: { survivors: { level: 'medium', mitigation: 'No village is named.' } },
    });
    const round = world.reviewed(id, people.curator, [
      { by: people.first, review: review() },
      { by: people.other, review: review() },
    ]);
    assert.equal(decide().ok, true);
    const late = world.person('late', 'reviewer');
    world.review(id, round, late, review({ gates: gates({ rights: { verdict: 'fail', note: 'Unclear.' } }) }), 'C');
    const agreed = world.do((unit) => secondDecision(unit, people.second, { decisionId: ruling().id }));
    assert.deepEqual(agreed, { ok: false, refusal: { kind: 'guard', guard: 'gates_open' } });
  });

  describe('that rejects', () => {
    const appealing = 'The evaluation is listed under evidence, and the first reviewer seems not to have seen it.';
    beforeEach(() => {
      decide({ outcome: 'reject', departureReason: 'The measurement does not hold what the account promises.' });
      world.do((unit) => releaseDecision(unit, { decisionId: ruling().id }));
      world.do((unit) => appeal(unit, { kind: 'submitter', submissionId: id }, { submissionId: id, text: appealing }));
    });
    const answer = (by: Staff, outcome: 'reopened' | 'kept', text = '') =>
      world.do((unit) => answerAppeal(unit, by, { submissionId: id, outcome, text }));

    it('is looked at again by a curator who did not decide', () => {
      const own = answer(people.curator, 'reopened');
      assert.deepEqual(own, { ok: false, refusal: { kind: 'guard', guard: 'second_person_needed' } });
      assert.deepEqual(answer(people.second, 'reopened'), { ok: true, value: 'reopened' });
      assert.equal(world.submission(id).state, 'screening');
      assert.equal(answer(people.second, 'reopened').ok, false);
    });

    it('is kept only with a reason that the submitter reads', () => {
      const short = answer(people.second, 'kept', 'No.');
      assert.deepEqual(short, { ok: false, refusal: { kind: 'guard', guard: 'reason_too_short' } });
      const kept = answer(
        people.second,
        'kept',
        'We read the evaluation again; it compares nothing, as its authors say.',
      );
      assert.deepEqual(kept, { ok: true, value: 'kept' });
      assert.equal(world.submission(id).state, 'rejected');
    });

    it('is not answered under a hold', () => {
      world.do((unit) => raiseHold(unit, people.curator, { submissionId: id, reason: 'A name was seen.' }));
      const held = answer(
        people.second,
        'kept',
        'We read the evaluation again; it compares nothing, as its authors say.',
      );
      assert.equal(!held.ok && held.refusal.kind, 'on_hold');
    });
  });

  it('made on a page that has become old is refused', () => {
    const old = world.submission(id).revision - 1;
    assert.deepEqual(decide({ revision: old }), { ok: false, refusal: { kind: 'changed_meanwhile' } });
  });

  it('is not for reviewers of the case, nor for people of another module', () => {
    const reviewing = { ...people.first, roles: people.curator.roles };
    assert.deepEqual(decide({}, reviewing), { ok: false, refusal: { kind: 'not_found' } });
    const elsewhere = { ...people.curator, roles: [{ module: 'other' as never, role: 'curator' as const }] };
    assert.deepEqual(decide({}, elsewhere), { ok: false, refusal: { kind: 'not_found' } });
  });
});
