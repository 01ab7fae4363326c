import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { putContact } from '../../src/db/contact-store.ts';
import { contacts, letters } from '../../src/db/schema/index.ts';
import { enqueueLetter } from '../../src/usecases/letters/enqueue-letter.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person, signIn } from '../support/desk.ts';
import { PlayedCase } from '../support/played-case.ts';
import { PostOffice } from '../support/post-office.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const practice = 'jo-family-protection-department';
const sender = { name: 'Fieldstone', address: 'post@fieldstone.example' };

describe('an address that takes no letters', () => {
  let office: PostOffice;
  let world: World;
  let life: PlayedCase;
  let served: Served;
  let desk: Browser;
  const casePage = () => desk.get(`/en/${MODULE}/desk/cases/${life.submission().publicId}`);
  const trouble = () => desk.get(`/en/${MODULE}/desk/trouble`);
  const news = async (about: string): Promise<void> => {
    await world.service.write((unit) => {
      enqueueLetter(unit, { name: 'news', submissionId: life.played.id, about }, about);
    });
    await world.service.worker.lookNow();
  };
  const outcomes = () =>
    world.service.db
      .select()
      .from(letters)
      .where(eq(letters.name, 'news'))
      .all()
      .map(({ outcome }) => outcome);

  before(async () => {
    office = await PostOffice.open();
    world = await makeWorld({ mailer: new SmtpMailer(office.address, sender) });
    life = await PlayedCase.sent(world, practice);
    served = await serve(world.app);
    desk = served.browser();
    await signIn(world, desk, await person(world, 'Amira Haddad', ['curator']));
  });
  after(async () => {
    await served.close();
    await office.close();
    world.close();
  });

  it('is not spoken of while letters arrive', async () => {
    assert.doesNotMatch((await casePage()).html, /do not arrive/);
    assert.doesNotMatch((await trouble()).html, /do not arrive/);
  });

  it('is told on the page of the case and among what is broken, in words', async () => {
    office.mood = (stage, named) =>
      stage === 'recipient' && named === life.typed('contact_email')
        ? { code: 550, words: '5.1.1 No such user' }
        : 'take';
    await news('one');
    assert.deepEqual(outcomes(), ['refused']);
    assert.match((await casePage()).html, /Our letters to the submitter do not arrive/);
    const { html } = await trouble();
    assert.match(html, new RegExp(`Our letters to the submitter of .*${life.submission().publicId}.* do not arrive`));
    assert.ok(!html.includes(life.typed('contact_email')));
  });

  it('gets no more letters, and another one gets them again', async () => {
    office.mood = () => 'take';
    const before = office.arrived.length;
    await news('two');
    assert.deepEqual(outcomes(), ['refused', 'no_address']);
    assert.equal(office.arrived.length, before);
    await world.service.write(({ tx }) => {
      const kept = tx.select().from(contacts).where(eq(contacts.submissionId, life.played.id)).get();
      assert.ok(kept);
      putContact(tx, life.played.id, kept.answers);
      assert.notEqual(tx.select().from(contacts).get()?.bouncedAt, null, 'the same address stays marked');
      putContact(tx, life.played.id, { ...kept.answers, contact_email: 'mended@example.org' });
    });
    await news('three');
    assert.deepEqual(office.arrived.at(-1)?.recipients, ['mended@example.org']);
    assert.doesNotMatch((await casePage()).html, /do not arrive/);
  });

  it('of a colleague is told by number and in our words, never in those of the mail server', async () => {
    office.mood = (stage) =>
      stage === 'recipient' ? { code: 550, words: '5.1.1 Nadia, who wrote of Qasr, is unknown' } : 'take';
    await person(world, 'Mended Later', ['curator']);
    await world.service.worker.lookNow();
    const { html } = await trouble();
    assert.match(html, /The mail server says that this address does not exist/);
    assert.match(html, /550 5\.1\.1/);
    assert.doesNotMatch(html, /Nadia|Qasr/);
  });
});
