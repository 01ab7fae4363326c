import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assignmentsOfRound, findAssignment, moveAssignmentRow } from '../../src/db/assignment-store.ts';
import { putScreening } from '../../src/db/screening-store.ts';
import { latestRound, type RoundRow } from '../../src/db/round-store.ts';
import { conflicts, people } from '../../src/db/schema/index.ts';
import type { PersonId, SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import type { Result } from '../../src/domain/result.ts';
import { addNote } from '../../src/usecases/cases/add-note.ts';
import { revealContact } from '../../src/usecases/cases/reveal-contact.ts';
import { closeAccount } from '../../src/usecases/people/close-account.ts';
import { fillPlaces } from '../../src/usecases/round/fill-places.ts';
import { inviteReviewer } from '../../src/usecases/round/invite-reviewer.ts';
import { openRound } from '../../src/usecases/round/open-round.ts';
import { releaseReviewer } from '../../src/usecases/round/release-reviewer.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { askSubmitter } from '../../src/usecases/screening/ask-submitter.ts';
import { saveScreening } from '../../src/usecases/screening/save-screening.ts';
import { CaseWorld } from '../support/case-builder.ts';

describe('a round of review', () => {
  let world: CaseWorld;
  let curator: Staff;
  let reviewers: Staff[];

  before(() => {
    world = new CaseWorld();
    curator = world.person('Amira', 'curator');
    world.person('Ruth', 'safety');
    reviewers = ['Priya', 'Samuel', 'Lucia', 'Ines'].map((name) => world.person(name, 'reviewer'));
  });
  after(() => {
    world.close();
  });

  const said = <T>(result: Result<T, Refusal>): string => {
    if (result.ok) return 'ok';
    return result.refusal.kind === 'guard' ? result.refusal.guard : result.refusal.kind;
  };

  function screened(): SubmissionId {
    const id = world.sent();
    const gates = Object.fromEntries(world.module.rubric.gates.map((gate) => [gate.id, 'pass' as const]));
    const at = world.clock.now().toISOString();
    world.do(({ tx }) => {
      putScreening(tx, { submissionId: id, version: 1, gates, readForNames: true, by: curator.personId, at });
    });
    return id;
  }

  const chosen = (...people: Staff[]) => people.map(({ personId }) => ({ personId, overrideReason: '' }));

  const open = (id: SubmissionId, asked: readonly { personId: PersonId; overrideReason: string }[], by = curator) =>
    world.do((unit) =>
      openRound(unit, by, { submissionId: id, revision: world.submission(id).revision, reviewers: asked }),
    );

  function opened(...asked: Staff[]): { id: SubmissionId; round: RoundRow } {
    const id = screened();
    assert.equal(said(open(id, chosen(...asked))), 'ok');
    const round = latestRound(world.db, id);
    assert.ok(round !== undefined);
    return { id, round };
  }

  const statuses = (round: RoundRow): string[] => assignmentsOfRound(world.db, round.id).map(({ status }) => status);

  const nth = (place: number): Staff => {
    const found = reviewers[place];
    assert.ok(found !== undefined);
    return found;
  };

  it('asks nobody in conflict without a written reason', () => {
    const id = screened();
    const house = world.person('Tomas', 'reviewer');
    world.do(({ tx }) => tx.update(people).set({ organisation: 'Contributor Two (test organisation)' }).run());
    world.do(({ tx }) => tx.run(`update people set organisation = '' where id <> '${house.personId}'`));
    assert.equal(said(open(id, chosen(house, nth(0)))), 'conflict_without_reason');
    const reason = [{ personId: house.personId, overrideReason: 'Left it three years ago, by her own word.' }];
    assert.equal(said(open(id, [...reason, ...chosen(nth(0))])), 'ok');
  });

  it('asks nobody who does not review here, and never the one who asks', () => {
    const id = screened();
    assert.equal(said(open(id, [{ personId: 'nobody' as PersonId, overrideReason: '' }])), 'not_found');
    const both = world.person('Jonas', 'curator', 'reviewer');
    assert.equal(said(open(id, chosen(both), both)), 'part_in_case');
    assert.equal(said(open(id, [])), 'reviewers_missing');
    assert.equal(said(open(id, chosen(nth(0)), nth(1))), 'not_found');
  });

  it('is opened over a case that was screened, read for names and answered in full', () => {
    assert.equal(said(open(world.sent(), chosen(nth(0)))), 'gates_open');
    const unread = screened();
    world.do(({ tx }) => tx.run(`update screenings set read_for_names = 0 where submission_id = '${unread}'`));
    assert.equal(said(open(unread, chosen(nth(0)))), 'names_not_read');
    const short = world.sent('in-mp-womens-help-desks', { partners: '' });
    world.do(({ tx }) =>
      tx.run(
        `insert into screenings select '${short}', version, gates, 1, note, "by", at from screenings where submission_id = '${unread}'`,
      ),
    );
    assert.equal(said(open(short, chosen(nth(0)))), 'answers_incomplete');
  });

  it('is not opened twice, nor under hold, nor over what somebody else has changed', () => {
    const { id } = opened(nth(0), nth(1));
    assert.equal(said(open(id, chosen(nth(2)))), 'move_not_allowed');
    const held = screened();
    world.do((unit) => raiseHold(unit, curator, { submissionId: held, reason: 'somebody rang' }));
    assert.equal(said(open(held, chosen(nth(0)))), 'on_hold');
    const stale = screened();
    const input = { submissionId: stale, revision: 0, reviewers: chosen(nth(0)) };
    assert.equal(said(world.do((unit) => openRound(unit, curator, input))), 'changed_meanwhile');
  });

  it('offers an empty place to the next alternate once, however often it is asked', () => {
    const { round } = opened(nth(0));
    const first = world.do((unit) => fillPlaces(unit, round));
    assert.equal(first.length, 1);
    assert.deepEqual(
      world.do((unit) => fillPlaces(unit, round)),
      [],
    );
    assert.deepEqual(statuses(round), ['invited', 'invited']);
  });

  it('offers no place under hold, in a closed round, or to whoever fell into a conflict', () => {
    const { id, round } = opened(nth(0));
    world.do(({ tx }) => {
      for (const { personId } of reviewers.slice(1)) {
        const at = world.clock.now().toISOString();
        tx.insert(conflicts).values({ submissionId: id, personId, kind: 'declared', reason: 'a cousin', at }).run();
      }
    });
    const invited = world.do((unit) => fillPlaces(unit, round));
    const asked = assignmentsOfRound(world.db, round.id).map(({ personId }) => personId);
    assert.ok(invited.length <= 1);
    assert.equal(
      reviewers.slice(1).some(({ personId }) => asked.includes(personId)),
      false,
    );
    const other = opened(nth(0));
    assert.deepEqual(
      world.do((unit) => fillPlaces(unit, { ...other.round, closedAt: 'now' })),
      [],
    );
    world.do((unit) => raiseHold(unit, curator, { submissionId: other.id, reason: 'somebody rang' }));
    assert.deepEqual(
      world.do((unit) => fillPlaces(unit, other.round)),
      [],
    );
  });

  it('lets a curator release a place with a reason, in the open round alone', () => {
    const { id, round } = opened(nth(0), nth(1));
    const [place] = assignmentsOfRound(world.db, round.id);
    assert.ok(place !== undefined);
    const release = (assignmentId = place.id, reason = 'on leave', submissionId = id) =>
      world.do((unit) => releaseReviewer(unit, curator, { submissionId, assignmentId, reason }));
    assert.equal(said(release(place.id, ' ')), 'reason_too_short');
    assert.equal(said(release(place.id, 'on leave', opened(nth(2)).id)), 'not_found');
    assert.equal(said(release(place.id, 'on leave', screened())), 'move_not_allowed');
    assert.equal(said(release()), 'ok');
    assert.equal(said(release()), 'changed_meanwhile');
    assert.deepEqual(statuses(round).sort(), ['invited', 'invited', 'released']);
  });

  it('takes further reviewers up to the most that the policy allows, each once', () => {
    const { id, round } = opened(nth(0), nth(1));
    const invite = (staff: Staff) =>
      world.do((unit) =>
        inviteReviewer(unit, curator, { submissionId: id, chosen: { personId: staff.personId, overrideReason: '' } }),
      );
    assert.equal(said(invite(nth(0))), 'changed_meanwhile');
    assert.equal(said(invite(nth(2))), 'ok');
    assert.equal(said(invite(nth(3))), 'ok');
    const fifth = world.person('Noor', 'reviewer');
    assert.equal(said(invite(fifth)), 'not_permitted');
    assert.equal(latestRound(world.db, id)?.target, 4);
    const [place] = assignmentsOfRound(world.db, round.id);
    const row = place === undefined ? undefined : findAssignment(world.db, place.id);
    assert.ok(row !== undefined);
    const now = world.clock.now();
    world.do(({ tx }) => moveAssignmentRow(tx, row, { status: 'declined', endedAt: now, reason: undefined }, now));
    assert.equal(said(invite(fifth)), 'ok');
    assert.equal(latestRound(world.db, id)?.target, 4);
  });

  it('gives the places of somebody whose account is closed to the next', () => {
    const leaving = world.person('Olga', 'reviewer');
    const { round } = opened(leaving, nth(0));
    const input = { module: world.module.id, personId: leaving.personId, closed: true };
    assert.equal(said(world.do((unit) => closeAccount(unit, { kind: 'service' }, input))), 'ok');
    const rows = assignmentsOfRound(world.db, round.id);
    assert.equal(rows.find(({ personId }) => personId === leaving.personId)?.status, 'released');
    assert.equal(rows.filter(({ status }) => status === 'invited').length, 2);
  });

  it('keeps one letter for one person through every round of a case', () => {
    const { id, round } = opened(nth(0), nth(1));
    const before = new Map(assignmentsOfRound(world.db, round.id).map((row) => [row.personId, row.label]));
    world.do(({ tx }) => tx.run(`update submissions set state = 'screening' where id = '${id}'`));
    assert.equal(said(open(id, chosen(nth(1), nth(0)))), 'ok');
    const next = latestRound(world.db, id);
    assert.notEqual(latestRound(world.db, id)?.id, round.id);
    assert.ok(next !== undefined);
    assert.equal(next.number, 2);
    const rows = assignmentsOfRound(world.db, next.id);
    for (const row of rows) assert.equal(row.label, before.get(row.personId));
  });
});

describe('screening a case', () => {
  let world: CaseWorld;
  let curator: Staff;
  before(() => {
    world = new CaseWorld();
    curator = world.person('Amira', 'curator');
  });
  after(() => {
    world.close();
  });

  it('is for the version that was looked at, with every gate answered, in screening alone', () => {
    const id = world.sent();
    const gates = Object.fromEntries(world.module.rubric.gates.map((gate) => [gate.id, 'pass' as const]));
    const save = (changes: object) =>
      world.do((unit) => {
        const input = { submissionId: id, version: 1, gates, readForNames: true, note: '', ...changes };
        return saveScreening(unit, curator, input);
      });
    assert.deepEqual(save({ version: 2 }), { ok: false, refusal: { kind: 'changed_meanwhile' } });
    assert.deepEqual(save({ gates: {} }), { ok: false, refusal: { kind: 'guard', guard: 'gates_open' } });
    assert.deepEqual(save({}), { ok: true, value: 'saved' });
    assert.deepEqual(save({ gates: { ...gates, consent: 'unsure' } }), { ok: true, value: 'held' });
    assert.equal(save({}).ok, false);
  });

  it('may send a case back with what is asked, once', () => {
    const id = world.sent();
    const ask = (revision: number, text: string) =>
      world.do((unit) => {
        const requests = [{ field: undefined, level: 'must' as const, editorial: false, text }];
        return askSubmitter(unit, curator, { submissionId: id, revision, requests });
      });
    const { revision } = world.submission(id);
    assert.deepEqual(ask(revision, '  '), { ok: false, refusal: { kind: 'guard', guard: 'requests_missing' } });
    assert.deepEqual(ask(revision, 'Who paid for it?'), { ok: true, value: 'asked' });
    assert.deepEqual(ask(revision, 'Who paid for it?'), { ok: false, refusal: { kind: 'changed_meanwhile' } });
    assert.equal(world.submission(id).state, 'revision');
  });

  it('keeps whoever has a part in a case away from its notes and its contact data', () => {
    const id = world.sent();
    world.do(({ tx }) => {
      const at = world.clock.now().toISOString();
      const { personId } = curator;
      tx.insert(conflicts).values({ submissionId: id, personId, kind: 'declared', reason: 'my own', at }).run();
    });
    const noted = world.do((unit) => addNote(unit, curator, { submissionId: id, text: 'Hello' }));
    const shown = world.do((unit) => revealContact(unit, curator, { submissionId: id, reason: 'just to have a look' }));
    assert.deepEqual(
      [noted, shown],
      [
        { ok: false, refusal: { kind: 'not_found' } },
        { ok: false, refusal: { kind: 'not_found' } },
      ],
    );
  });
});
