import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { assignmentsOfRound, findAssignment } from '../../src/db/assignment-store.ts';
import { historyOf, verifyHistory } from '../../src/db/history-store.ts';
import { findReviewDraft, latestReview } from '../../src/db/review-store.ts';
import { closeRoundRow, findRound } from '../../src/db/round-store.ts';
import { alternates, assignmentBrowsers, conflicts, holds, jobs, notes } from '../../src/db/schema/index.ts';
import { roundFacts } from '../../src/db/queries/round-facts.ts';
import { isKnownBrowser } from '../../src/db/queries/reviewer-desk.ts';
import type { AssignmentId, RoundId, SubmissionId } from '../../src/domain/ids.ts';
import type { Actor, Staff } from '../../src/domain/people/actor.ts';
import { partNamed, withPart } from '../../src/domain/review/review-parts.ts';
import { emptyReview, type ReviewDraft } from '../../src/domain/review/review.ts';
import { acceptInvitation } from '../../src/usecases/assignment/accept-invitation.ts';
import { assignmentCode } from '../../src/usecases/assignment/assignment-code.ts';
import { confirmAssignmentCode } from '../../src/usecases/assignment/confirm-assignment-code.ts';
import { declineInvitation } from '../../src/usecases/assignment/decline-invitation.ts';
import { extendReview } from '../../src/usecases/assignment/extend-review.ts';
import { recuse } from '../../src/usecases/assignment/recuse.ts';
import { requestAssignmentCode } from '../../src/usecases/assignment/request-assignment-code.ts';
import { returnReview } from '../../src/usecases/review/return-review.ts';
import { reviewMark } from '../../src/usecases/review/review-mark.ts';
import { saveReviewPart } from '../../src/usecases/review/save-review-part.ts';
import { submitReview } from '../../src/usecases/review/submit-review.ts';
import { inviteReviewerTo } from '../../src/usecases/round/invite-reviewer-to.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { review } from '../support/domain-examples.ts';

const BROWSER = 'a-browser-cookie-0001';

describe('a reviewer', () => {
  let world: CaseWorld;
  let people: Record<'curator' | 'safety' | 'rosa' | 'samir' | 'tala', Staff>;
  let id: SubmissionId;
  let roundId: RoundId;
  let rosa: AssignmentId;
  let samir: AssignmentId;

  beforeEach(() => {
    world = new CaseWorld();
    people = {
      curator: world.person('curator', 'curator'),
      safety: world.person('safety', 'safety'),
      rosa: world.person('rosa', 'reviewer'),
      samir: world.person('samir', 'reviewer'),
      tala: world.person('tala', 'reviewer'),
    };
    world.do(({ tx }) => tx.run(`update people set email = replace(email, '@', '@' || name || '.')`));
    id = world.sent();
    roundId = world.reviewed(id, people.curator, []);
    rosa = invite(people.rosa);
    samir = invite(people.samir);
    world.do(({ tx }) => tx.insert(alternates).values({ roundId, personId: people.tala.personId, rank: 1 }).run());
  });
  afterEach(() => {
    assert.equal(verifyHistory(world.db).brokenAt, undefined);
    world.close();
  });

  const invite = ({ personId }: Staff): AssignmentId =>
    world.do((unit) => {
      const round = findRound(unit.tx, roundId);
      if (round === undefined) throw new Error('The round is gone');
      return inviteReviewerTo(unit, people.curator, round, { personId }, world.module.policy);
    });
  const as = ({ personId }: Staff, assignmentId: AssignmentId): Actor => ({ kind: 'reviewer', personId, assignmentId });
  const statusOf = (assignmentId: AssignmentId) => findAssignment(world.db, assignmentId)?.status;
  const letters = (name: string) =>
    world.db
      .select({ key: jobs.dedupeKey })
      .from(jobs)
      .all()
      .filter(({ key }) => key.startsWith(`${name}:`)).length;
  const accept = (assignmentId = rosa, by = people.rosa, statement = true) =>
    world.do((unit) =>
      acceptInvitation(unit, as(by, assignmentId), { assignmentId, statement, browser: BROWSER, language: 'ar' }),
    );
  const save = (part: string, typed: Partial<ReviewDraft>, how: { seen?: string; by?: AssignmentId } = {}) =>
    world.do((unit) => {
      const assignmentId = how.by ?? rosa;
      const found = partNamed(world.module.rubric, part);
      if (found === undefined) throw new Error(`There is no part ${part}`);
      const stored = findReviewDraft(unit.tx, assignmentId)?.answers ?? emptyReview;
      const seen = how.seen ?? reviewMark(unit.keys, found, stored);
      const by = assignmentId === rosa ? people.rosa : people.samir;
      const input = { assignmentId, part: found, typed: { ...emptyReview, ...typed }, seen, language: 'en' };
      return saveReviewPart(unit, as(by, assignmentId), input);
    });
  const writeAll = (but: Partial<ReviewDraft> = {}, by = rosa): void => {
    for (const part of ['gates', 'criteria-1', 'criteria-2', 'criteria-3', 'evidence', 'remarks', 'advice'])
      assert.equal(save(part, review({ ...(but as object) }), { by }).ok, true);
  };
  const submit = (assignmentId = rosa, by = people.rosa) =>
    world.do((unit) => submitReview(unit, as(by, assignmentId), { assignmentId }));

  describe('who is invited', () => {
    it('accepts, and the browser is remembered for this assignment alone', () => {
      assert.deepEqual(accept(), { ok: true, value: 'accepted' });
      assert.equal(statusOf(rosa), 'accepted');
      const known = (assignmentId: AssignmentId, cookie = BROWSER) =>
        world.do(({ tx, keys, clock }) =>
          isKnownBrowser(tx, keys.hash('browser', `${cookie}|${assignmentId}`), assignmentId, clock.now()),
        );
      assert.deepEqual([known(rosa), known(samir), known(rosa, 'another-cookie-00001')], [true, false, false]);
      assert.equal(world.db.select().from(assignmentBrowsers).all().length, 1);
      const act = historyOf(world.db, id).at(-1);
      assert.deepEqual([act?.act, act?.body['assignment']], ['accepted_invitation', rosa]);
    });
    it('must state that no interest stands in the way', () => {
      assert.deepEqual(accept(rosa, people.rosa, false), {
        ok: false,
        refusal: { kind: 'guard', guard: 'statement_missing' },
      });
      assert.equal(statusOf(rosa), 'invited');
    });
    it('answers only their own invitation', () => {
      const done = world.do((unit) =>
        acceptInvitation(unit, as(people.samir, samir), {
          assignmentId: rosa,
          statement: true,
          browser: BROWSER,
          language: 'en',
        }),
      );
      assert.deepEqual(done, { ok: false, refusal: { kind: 'not_found' } });
    });
    it('is too late after the last day, marked by the clock or not', () => {
      world.clock.pass({ days: 8 });
      assert.deepEqual(accept(), { ok: false, refusal: { kind: 'assignment_shut', door: 'expired' } });
    });
    it('declines, and the next alternate is asked in the same moment', () => {
      world.do((unit) => declineInvitation(unit, as(people.rosa, rosa), { assignmentId: rosa, reason: 'No time.' }));
      assert.equal(statusOf(rosa), 'declined');
      const asked = assignmentsOfRound(world.db, roundId).find(({ personId }) => personId === people.tala.personId);
      assert.equal(asked?.status, 'invited');
      assert.equal(letters('invitation'), 3);
    });
    it('steps back: the conflict is remembered and the place offered on', () => {
      accept();
      const conflict = 'I trained these officers.';
      world.do((unit) => recuse(unit, as(people.rosa, rosa), { assignmentId: rosa, conflict }));
      assert.equal(statusOf(rosa), 'recused');
      const kept = world.db.select().from(conflicts).all();
      assert.deepEqual(
        kept.map(({ personId, kind, reason }) => ({ personId, kind, reason })),
        [{ personId: people.rosa.personId, kind: 'recused', reason: conflict }],
      );
      assert.equal(assignmentsOfRound(world.db, roundId).length, 3);
    });
    it('says what the conflict is', () => {
      const done = world.do((unit) => recuse(unit, as(people.rosa, rosa), { assignmentId: rosa, conflict: ' ' }));
      assert.deepEqual(done, { ok: false, refusal: { kind: 'guard', guard: 'reason_too_short' } });
    });
    it('finds the door shut while the case is held, without a word why', () => {
      world.do((unit) => raiseHold(unit, people.safety, { submissionId: id, reason: 'A name was found.' }));
      assert.deepEqual(accept(), { ok: false, refusal: { kind: 'assignment_shut', door: 'paused' } });
    });
  });

  describe('who needs more time', () => {
    const extend = () => world.do((unit) => extendReview(unit, as(people.rosa, rosa), { assignmentId: rosa }));
    it('gets one week with one click, and accepted on the same day as before', () => {
      accept();
      const before = findAssignment(world.db, rosa);
      assert.equal(extend().ok, false, 'three weeks are left');
      world.clock.pass({ days: 16 });
      assert.equal(extend().ok, true);
      assert.equal(extend().ok, false, 'the second press is the same press');
      const after = findAssignment(world.db, rosa);
      assert.equal(after?.acceptedAt, before?.acceptedAt);
      assert.equal(Date.parse(after?.reviewDue ?? '') - Date.parse(before?.reviewDue ?? ''), 7 * 86_400_000);
    });
  });

  describe('in a further browser', () => {
    const ask = (pre = 'pre-1') => world.do((unit) => requestAssignmentCode(unit, { assignmentId: rosa, pre }));
    const type = (code: string, pre = 'pre-1') =>
      world.do((unit) =>
        confirmAssignmentCode(unit, { assignmentId: rosa, code, pre, browser: 'second-browser-0001', language: 'en' }),
      );
    const mailedCode = (): string => {
      const job = world.db.select().from(jobs).where(eq(jobs.kind, 'letter')).all().at(-1)?.payload as
        { letter: { requestHash: string } } | undefined;
      return world.do(({ keys }) => assignmentCode(keys, job?.letter.requestHash ?? ''));
    };
    beforeEach(() => {
      accept();
    });
    it('types the code that was mailed', () => {
      assert.equal(ask().ok, true);
      assert.deepEqual(type(mailedCode().toLowerCase()), { ok: true, value: 'remembered' });
      assert.deepEqual(type(mailedCode()), { ok: false, refusal: { kind: 'code_wrong' } }, 'it is used up');
    });
    it('is refused a code that another browser asked for', () => {
      ask('pre-2');
      assert.equal(type(mailedCode(), 'pre-1').ok, false);
      assert.equal(type(mailedCode(), 'pre-2').ok, true);
    });
    it('burns the code with the fifth wrong one', () => {
      ask();
      for (let tries = 0; tries < 5; tries += 1) assert.equal(type('WRONG').ok, false);
      assert.equal(type(mailedCode()).ok, false);
    });
    it('is refused a code after ten minutes', () => {
      ask();
      world.clock.pass({ minutes: 11 });
      assert.equal(type(mailedCode()).ok, false);
    });
    it('is mailed three codes an hour at most', () => {
      for (let asked = 0; asked < 5; asked += 1) assert.equal(ask().ok, true);
      assert.equal(letters('assignment_code'), 3);
    });
  });

  describe('at the review', () => {
    beforeEach(() => {
      accept();
    });
    it('saves page after page, and the pages before stay', () => {
      save('criteria-1', { scores: review().scores, comments: { relevance: 'Clear.' } });
      save('evidence', { evidenceLevel: 'E2' });
      const draft = findReviewDraft(world.db, rosa)?.answers;
      assert.deepEqual(Object.keys(draft?.scores ?? {}).length, 4);
      assert.deepEqual([draft?.comments, draft?.evidenceLevel], [{ relevance: 'Clear.' }, 'E2']);
    });
    it('is told when another window saved the page first; other pages do not matter', () => {
      const part = partNamed(world.module.rubric, 'remarks');
      if (part === undefined) throw new Error('There is no such page');
      const seen = world.do(({ keys }) => reviewMark(keys, part, emptyReview));
      save('evidence', { evidenceLevel: 'E1' });
      assert.deepEqual(save('remarks', { strengths: 'First.' }, { seen }), { ok: true, value: 'saved' });
      assert.deepEqual(save('remarks', { strengths: 'First.' }, { seen }), { ok: true, value: 'unchanged' });
      assert.deepEqual(save('remarks', { strengths: 'Second.' }, { seen }), {
        ok: false,
        refusal: { kind: 'changed_meanwhile' },
      });
      assert.equal(findReviewDraft(world.db, rosa)?.answers.strengths, 'First.');
    });
    it('cannot send half of it', () => {
      save('evidence', { evidenceLevel: 'E1' });
      assert.deepEqual(submit(), { ok: false, refusal: { kind: 'guard', guard: 'review_incomplete' } });
    });
    it('sends it with its total, once for the same words, and again as the next version', () => {
      writeAll();
      assert.deepEqual(submit(), { ok: true, value: { version: 1 } });
      assert.equal(statusOf(rosa), 'submitted');
      assert.equal(latestReview(world.db, rosa)?.total, 7500);
      assert.deepEqual(submit(), { ok: true, value: { version: 1 } });
      save('remarks', { strengths: 'Still stronger.' });
      assert.deepEqual(submit(), { ok: true, value: { version: 2 } });
      assert.equal(letters('review_thanks'), 1);
    });
    it('may be the wrong person for it: kept, without a total, and the place is offered on', () => {
      save('advice', { recommendation: 'not_qualified' });
      assert.equal(submit().ok, true);
      assert.equal(latestReview(world.db, rosa)?.total, null);
      assert.equal(assignmentsOfRound(world.db, roundId).length, 3);
    });
    it('lets the curators know when the last review is in, once', () => {
      writeAll();
      submit();
      assert.equal(letters('curator_alert'), 0);
      accept(samir, people.samir);
      writeAll({}, samir);
      submit(samir, people.samir);
      assert.equal(letters('curator_alert'), 1);
      save('remarks', { strengths: 'More.' }, { by: samir });
      submit(samir, people.samir);
      assert.equal(letters('curator_alert'), 1);
    });
    it('gets it back from a curator with a note, and a week to mend it', () => {
      writeAll();
      submit();
      const give = (by: Staff, note = 'Please take the name out.') =>
        world.do((unit) => returnReview(unit, by, { assignmentId: rosa, note }));
      assert.deepEqual(give(people.rosa), { ok: false, refusal: { kind: 'not_found' } });
      assert.deepEqual(give(people.curator, 'No.'), {
        ok: false,
        refusal: { kind: 'guard', guard: 'reason_too_short' },
      });
      assert.equal(give(people.curator).ok, true);
      assert.deepEqual([statusOf(rosa), letters('review_returned')], ['accepted', 1]);
      assert.equal(findAssignment(world.db, rosa)?.returnedNote, 'Please take the name out.');
      assert.deepEqual(submit(), { ok: true, value: { version: 2 } });
    });
    it('finds the door shut when the round is closed, and the text stays', () => {
      writeAll();
      world.do(({ tx, clock }) => closeRoundRow(tx, roundId, clock.now().toISOString()));
      assert.deepEqual(submit(), { ok: false, refusal: { kind: 'assignment_shut', door: 'closed' } });
      assert.deepEqual(save('remarks', { strengths: 'Late.' }), {
        ok: false,
        refusal: { kind: 'assignment_shut', door: 'closed' },
      });
      assert.notEqual(findReviewDraft(world.db, rosa), undefined);
    });
  });

  describe('who sees danger', () => {
    beforeEach(() => {
      accept();
    });
    const held = () => world.submission(id).held;
    const concern = { safetyConcern: 'A survivor can be recognised by the place and the year.' };
    it('stops the case by saving a concern, before anything is sent', () => {
      assert.deepEqual(save('advice', concern), { ok: true, value: 'saved' });
      assert.equal(held(), true);
      assert.deepEqual(
        world.db
          .select()
          .from(holds)
          .all()
          .map(({ reason, raisedBy }) => [reason, raisedBy]),
        [['review:concern', null]],
      );
      assert.equal(letters('safety_alert'), 1);
      assert.equal(world.db.select().from(notes).get()?.text, concern.safetyConcern);
      assert.equal(JSON.stringify(historyOf(world.db, id)).includes('recognised'), false, 'the history holds no words');
    });
    it('is heard again when the case is held already', () => {
      save('advice', concern);
      save('advice', { safetyConcern: `${concern.safetyConcern} And her age.` });
      assert.deepEqual([letters('safety_alert'), world.db.select().from(notes).all().length], [2, 2]);
    });
    it('stops the case with a safety gate that fails, not with one that is unsure while reading', () => {
      save('gates', { gates: { no_identifiers: { verdict: 'unsure' }, scope: { verdict: 'fail' } } });
      assert.equal(held(), false);
      save('gates', { gates: { no_identifiers: { verdict: 'fail' } } });
      assert.equal(held(), true);
    });
    it('stops the case when a review with an unsure safety gate is sent', () => {
      writeAll({ gates: { ...review().gates, referral: { verdict: 'unsure' } } });
      assert.equal(held(), false);
      assert.equal(submit().ok, true);
      assert.equal(held(), true);
    });
    it('is answered for good by the safety person: a sound review that comes later opens nothing again', () => {
      writeAll({ gates: { ...review().gates, referral: { verdict: 'unsure' } } });
      submit();
      const advice = () => roundFacts(world.db, world.submission(id), world.clock.now())?.advice.kind;
      assert.equal(advice(), 'safety_hold');
      world.clock.pass({ minutes: 1 });
      world.do((unit) => liftHold(unit, people.safety, { submissionId: id, reason: 'Support was in place.' }));
      world.clock.pass({ minutes: 1 });
      accept(samir, people.samir);
      writeAll({}, samir);
      submit(samir, people.samir);
      assert.equal(world.submission(id).held, false);
      assert.notEqual(advice(), 'safety_hold');
    });
    it('loses no word to a hold, but sends nothing until it is lifted', () => {
      writeAll();
      world.do((unit) => raiseHold(unit, people.safety, { submissionId: id, reason: 'A name was found.' }));
      assert.deepEqual(save('remarks', { strengths: 'Written during the hold.' }), { ok: true, value: 'saved' });
      assert.deepEqual(submit(), { ok: false, refusal: { kind: 'assignment_shut', door: 'paused' } });
      world.do((unit) => liftHold(unit, people.safety, { submissionId: id, reason: 'It was the name of a place.' }));
      assert.equal(submit().ok, true);
      assert.equal(latestReview(world.db, rosa)?.answers.strengths, 'Written during the hold.');
    });
  });

  it('keeps a draft as it was when only one page of it is put in', () => {
    const part = partNamed(world.module.rubric, 'evidence');
    if (part === undefined) throw new Error('There is no such page');
    const { evidenceLevel: _level, ...without } = review();
    assert.deepEqual(withPart(review(), part, emptyReview), without);
  });
});
