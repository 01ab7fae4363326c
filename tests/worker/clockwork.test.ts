import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { eq } from 'drizzle-orm';
import { assignmentsOfSubmission, findAssignment } from '../../src/db/assignment-store.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import { contacts, drafts, submissions } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { extendReview } from '../../src/usecases/assignment/extend-review.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { assignmentOf } from '../support/lettered-life.ts';
import { PlayedCase } from '../support/played-case.ts';
import { KeptMail, makeWorld, type World } from '../support/world.ts';

describe('what time causes', () => {
  let world: World;
  let mail: KeptMail;
  let life: PlayedCase;

  beforeEach(async () => {
    mail = new KeptMail();
    world = await makeWorld({ mailer: mail });
    life = await PlayedCase.sent(world);
    await look();
  });
  afterEach(() => {
    mock.restoreAll();
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
    world.close();
  });

  const look = (): Promise<void> => world.service.worker.lookNow();

  /** The loop looks more often than once a day; twice shows that the second look does nothing. */
  async function days(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      world.clock.pass({ days: 1 });
      await look();
      await look();
    }
  }

  async function invited(...keys: string[]): Promise<void> {
    const { stage, played } = life;
    await act.screen(stage, played, stage.staff('leila'), 0);
    await act.invite(stage, played, stage.staff('leila'), keys, 0);
    await look();
  }

  const status = (key: string) => findAssignment(world.service.db, assignmentOf(world, life, key))?.status;
  const to = (name: string, subject: string): Mail[] =>
    mail.sent.filter((letter) => letter.to.startsWith(name) && letter.subject.includes(subject));

  it('an invitation is reminded of once, ends with its seventh day, and goes to the next', async () => {
    await invited('grace', 'hanna');
    await act.accept(life.stage, life.played, 'hanna', 0);
    await days(3);
    assert.equal(to('grace', 'waits for your answer').length, 0);
    await days(4);
    assert.equal(to('grace', 'waits for your answer').length, 1);
    assert.equal(to('hanna', 'waits for your answer').length, 0, 'she has answered');
    assert.equal(status('grace'), 'invited');
    await days(1);
    assert.equal(status('grace'), 'expired');
    const rows = assignmentsOfSubmission(world.service.db, life.played.id);
    assert.equal(rows.length, 3);
    assert.equal(rows.filter((row) => row.status === 'invited').length, 1);
  });

  it('a review is reminded of five times, then its place goes to the next', async () => {
    await invited('grace', 'hanna');
    await act.accept(life.stage, life.played, 'grace', 0);
    await act.review(life.stage, life.played, 'hanna', 3, 0);
    const sentOn: number[] = [];
    for (let day = 1; day <= 35; day += 1) {
      const before = to('grace', 'Your review').length;
      await days(1);
      if (to('grace', 'Your review').length > before) sentOn.push(day - 21);
    }
    assert.deepEqual(sentOn, [-5, -1, 3, 7, 14]);
    assert.equal(to('hanna', 'Your review').length, 0, 'what is finished is never chased');
    assert.equal(status('grace'), 'accepted');
    await days(1);
    assert.equal(status('grace'), 'released');
    assert.equal(to('grace', 'no longer needed').length, 1);
    assert.equal(assignmentsOfSubmission(world.service.db, life.played.id).length, 3);
  });

  it('after a time of silence one reminder leaves, not all that were missed', async () => {
    await invited('grace', 'hanna');
    await act.accept(life.stage, life.played, 'grace', 0);
    world.clock.pass({ days: 29 });
    await look();
    assert.equal(to('grace', 'Your review').length, 1);
  });

  it('an extension moves the reminders with it', async () => {
    await invited('grace', 'hanna');
    const grace = await act.accept(life.stage, life.played, 'grace', 0);
    await days(20);
    const input = { assignmentId: assignmentOf(world, life, 'grace') };
    await life.stage.at(0, (unit) => extendReview(unit, grace, input));
    const before = to('grace', 'Your review').length;
    await days(2);
    assert.equal(to('grace', 'Your review').length, before);
    await days(1);
    assert.equal(to('grace', 'Your review').length, before + 1, 'five days before the new day');
  });

  it('time stands still under a hold', async () => {
    await invited('grace', 'hanna');
    const { stage, played } = life;
    const input = { submissionId: played.id, reason: 'A call came in.' };
    await stage.at(0, (unit) => raiseHold(unit, stage.staff('ruth'), input));
    await days(10);
    assert.equal(status('grace'), 'invited');
    assert.equal(to('grace', 'waits for your answer').length, 0);
  });

  it('curators hear once of a promise that was not kept, and again of the next one', async () => {
    await days(7);
    assert.equal(to('leila', 'is late').length, 0, 'its day is not over');
    await days(5);
    assert.deepEqual([to('leila', 'is late').length, to('marta', 'is late').length], [1, 1]);
    await invited('grace', 'hanna');
    await act.review(life.stage, life.played, 'grace', 3, 0);
    await act.review(life.stage, life.played, 'hanna', 3, 0);
    world.clock.pass({ days: 29 });
    await days(2);
    assert.equal(to('leila', 'is late').length, 2);
  });

  it('nobody hears of a promise that waits for the submitter', async () => {
    await world.service.write(({ tx }) => {
      tx.update(submissions).set({ state: 'revision' }).where(eq(submissions.id, life.played.id)).run();
    });
    world.clock.pass({ days: 69 });
    await days(1);
    assert.equal(to('leila', 'is late').length, 0);
  });

  describe('for a draft', () => {
    let draft: act.Played;
    beforeEach(async () => {
      draft = await act.write(life.stage, 'a draft', life.played.answers, 0);
    });
    const isThere = () =>
      world.service.db.select().from(submissions).where(eq(submissions.id, draft.id)).get() !== undefined;
    const warnings = () => mail.sent.filter((letter) => letter.to === life.typed('contact_email')).length;

    it('its writer is warned after eleven months, and it is gone after twelve, contact data too', async () => {
      world.clock.pass({ days: 329 });
      await days(1);
      assert.equal(warnings(), 0);
      world.clock.pass({ days: 5 });
      await days(1);
      assert.equal(warnings(), 1);
      world.clock.pass({ days: 27 });
      await days(1);
      assert.deepEqual([warnings(), isThere()], [1, true]);
      await days(3);
      assert.equal(isThere(), false);
      const left = world.service.db.select().from(contacts).where(eq(contacts.submissionId, draft.id)).all();
      assert.deepEqual(left, []);
    });

    it('a service that was off for years warns first', async () => {
      world.clock.pass({ days: 800 });
      await days(1);
      world.clock.pass({ days: 25 });
      await days(1);
      assert.deepEqual([warnings(), isThere()], [1, true]);
      await days(2);
      assert.equal(isThere(), false);
    });

    it('saving it again begins the year anew', async () => {
      world.clock.pass({ days: 340 });
      await look();
      await world.service.write(({ tx, clock }) => {
        tx.update(drafts).set({ savedAt: clock.now().toISOString() }).where(eq(drafts.submissionId, draft.id)).run();
      });
      world.clock.pass({ days: 59 });
      await days(1);
      assert.deepEqual([warnings(), isThere()], [1, true]);
    });
  });

  it('a fault in one part stops none of the others', async () => {
    await invited('grace', 'hanna');
    mock.method(world.service.registry, 'refresh', () =>
      Promise.reject(new Error('The disk of the repository is gone')),
    );
    mock.method(world.service.registry, 'all', () => {
      throw new Error('Nothing is known of any module');
    });
    await days(8);
    assert.equal(status('grace'), 'expired');
    assert.ok(world.faults.length > 0);
  });
});
