import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { historyOf } from '../../src/db/history-store.ts';
import { contacts, jobs, letters, people } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import { MailRefused } from '../../src/domain/mail/mail-faults.ts';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import { declineInvitation } from '../../src/usecases/assignment/decline-invitation.ts';
import { alertCurators } from '../../src/usecases/letters/alert-curators.ts';
import { enqueueLetter } from '../../src/usecases/letters/enqueue-letter.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { assignmentOf } from '../support/lettered-life.ts';
import { PlayedCase } from '../support/played-case.ts';
import { KeptMail, makeWorld, type World } from '../support/world.ts';

const look = ({ service }: World): Promise<void> => service.worker.lookNow();

/** A mail server that does what a test says before or after it takes a letter. */
class MoodyMail implements Mailer {
  readonly sent: Mail[] = [];
  before: (mail: Mail) => void = () => undefined;
  after: (mail: Mail) => void = () => undefined;

  send(mail: Mail): Promise<void> {
    return Promise.resolve().then(() => {
      this.before(mail);
      this.sent.push(mail);
      this.after(mail);
    });
  }
}

async function withMail<M extends Mailer>(mailer: M, test: (world: World, mailer: M) => Promise<void>): Promise<void> {
  const world = await makeWorld({ mailer });
  try {
    await test(world, mailer);
  } finally {
    world.close();
  }
}

const news = async (world: World, life: PlayedCase, about: string): Promise<void> => {
  await world.service.write((unit) => {
    enqueueLetter(unit, { name: 'news', submissionId: life.played.id, about }, `${life.played.id}:${about}`);
  });
};

const toSubmitter = (life: PlayedCase, sent: readonly Mail[]): Mail[] =>
  sent.filter(({ to }) => to === life.played.answers['contact_email']);

describe('a letter', () => {
  it('leaves once, however often its job is queued and run', () =>
    withMail(new KeptMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      await news(world, life, 'one');
      await news(world, life, 'one');
      await look(world);
      await world.service.write(({ tx }) => {
        tx.update(jobs).set({ state: 'due' }).run();
      });
      await look(world);
      assert.equal(toSubmitter(life, mail.sent).length, 1);
      assert.equal(new Set(mail.sent.map(({ messageId }) => messageId)).size, mail.sent.length);
      const acts = historyOf(world.service.db, life.played.id).filter(({ act: name }) => name === 'letter_sent');
      assert.equal(acts.length, 3, 'two curators and the submitter');
    }));

  it('leaves again under the same Message-ID after a crash between the sending and its record', () =>
    withMail(new MoodyMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      await news(world, life, 'one');
      mail.after = ({ to }) => {
        if (to === life.played.answers['contact_email']) throw new Error('The process died here');
      };
      await look(world);
      mail.after = () => undefined;
      world.clock.pass({ minutes: 2 });
      await look(world);
      const [first, second, ...more] = toSubmitter(life, mail.sent);
      assert.ok(first !== undefined && second !== undefined && more.length === 0);
      assert.equal(first.messageId, second.messageId);
      assert.match(first.messageId, /^<[0-9a-f]{40}@127\.0\.0\.1>$/);
      const facts = world.service.db.select().from(letters).where(eq(letters.name, 'news')).all();
      assert.deepEqual(
        facts.map(({ outcome }) => outcome),
        ['sent'],
      );
    }));

  it('waits for the end of a hold, but for what safety has to hear', () =>
    withMail(new KeptMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      const { stage, played } = life;
      const [curator, safety] = [stage.staff('leila'), stage.staff('ruth')];
      await act.screen(stage, played, curator, 0);
      await act.invite(stage, played, curator, ['grace', 'hanna'], 0);
      await news(world, life, 'one');
      await stage.at(0, (unit) => raiseHold(unit, safety, { submissionId: played.id, reason: 'A call came in.' }));
      await world.service.write((unit) => {
        alertCurators(unit, life.submission(), 'landed_on_hold', 'test');
      });
      const before = mail.sent.length;
      await look(world);
      const left = mail.sent
        .slice(before)
        .filter(({ text }) => !text.includes('people of') && !text.includes('reviewers of'));
      assert.deepEqual(left.map(({ to }) => to).sort(), [
        'leila.haddad@curators.example',
        'marta.quispe@curators.example',
        'ruth.otieno@curators.example',
      ]);
      const waiting = world.service.db.select().from(jobs).where(eq(jobs.lastError, 'hold')).all();
      assert.deepEqual(new Set(waiting.map(({ attempts }) => attempts)), new Set([0]), 'waiting costs no attempt');
      await stage.at(0, (unit) => liftHold(unit, safety, { submissionId: played.id, reason: 'A mistake.' }));
      await look(world);
      assert.equal(toSubmitter(life, mail.sent).length, 1);
      const invited = mail.sent.filter(({ text }) => text.includes('/invitation/')).map(({ to }) => to);
      assert.deepEqual(invited.sort(), ['grace.mwangi@reviewers.example', 'hanna.lindqvist@reviewers.example']);
      assert.deepEqual(world.faults, []);
    }));

  it('is not written when what it asks for has been answered', () =>
    withMail(new KeptMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      const { stage, played } = life;
      await act.screen(stage, played, stage.staff('leila'), 0);
      await act.invite(stage, played, stage.staff('leila'), ['grace', 'hanna'], 0);
      const assignmentId = assignmentOf(world, life, 'grace');
      const grace = { kind: 'reviewer', personId: stage.person('grace'), assignmentId } as const;
      await stage.at(0, (unit) => declineInvitation(unit, grace, { assignmentId, reason: 'No time.' }));
      await look(world);
      const invited = mail.sent.filter(({ text }) => text.includes('/invitation/')).map(({ to }) => to);
      assert.ok(invited.includes('hanna.lindqvist@reviewers.example'));
      assert.ok(!invited.includes('grace.mwangi@reviewers.example'));
      assert.equal(invited.length, 2, 'her place went to the next');
    }));

  it('has nowhere to go for somebody who looks for news alone, and that is a fact', () =>
    withMail(new KeptMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world, undefined, { contact_channel: 'receipt_code' });
      await news(world, life, 'one');
      await look(world);
      assert.deepEqual(toSubmitter(life, mail.sent), []);
      const facts = world.service.db.select().from(letters).where(eq(letters.name, 'news')).all();
      assert.deepEqual(
        facts.map(({ outcome }) => outcome),
        ['no_address'],
      );
    }));

  it('that is refused marks the address of the submitter, and is given up', () =>
    withMail(new MoodyMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      await news(world, life, 'one');
      mail.before = ({ to }) => {
        if (to === life.played.answers['contact_email'])
          throw new MailRefused({ kind: 'address', codes: ['550', '5.1.1'] });
      };
      await look(world);
      const row = world.service.db.select().from(contacts).where(eq(contacts.submissionId, life.played.id)).get();
      assert.equal(row?.bouncedAt, world.clock.now().toISOString());
      const acts = historyOf(world.service.db, life.played.id).map(({ act: name }) => name);
      assert.ok(acts.includes('letter_refused'));
      const open = world.service.db
        .select()
        .from(jobs)
        .where(sql`state in ('due', 'running', 'dead')`)
        .all();
      assert.deepEqual(open, []);
    }));

  it('that is refused for a reviewer waits on the job board for somebody to mend the address', () =>
    withMail(new MoodyMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      const { stage, played } = life;
      await act.screen(stage, played, stage.staff('leila'), 0);
      await act.invite(stage, played, stage.staff('leila'), ['grace', 'hanna'], 0);
      mail.before = ({ to }) => {
        if (to.startsWith('grace')) throw new MailRefused({ kind: 'address', codes: ['550', '5.1.1'] });
      };
      await look(world);
      const dead = world.service.db.select().from(jobs).where(eq(jobs.state, 'dead')).all();
      assert.deepEqual(
        dead.map(({ lastError }) => lastError),
        ['550 5.1.1 address', '550 5.1.1 address'],
        'her welcome and her invitation',
      );
    }));

  it('goes to nobody whose account was closed or who has a part in the case', () =>
    withMail(new KeptMail(), async (world, mail) => {
      const life = await PlayedCase.sent(world);
      const marta = life.stage.person('marta');
      await world.service.write(({ tx }) => {
        tx.update(people).set({ disabledAt: world.clock.now().toISOString() }).where(eq(people.id, marta)).run();
        tx.run(sql`insert into conflicts (submission_id, person_id, kind, reason, at)
          values (${life.played.id}, ${life.stage.person('leila')}, 'declared', 'A friend', '2026-11-25')`);
      });
      await look(world);
      assert.deepEqual(
        mail.sent.filter(({ text }) => text.includes('/desk/cases/')),
        [],
      );
    }));
});
