import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { decisions, letters } from '../../src/db/schema/index.ts';
import type { LetterName } from '../../src/domain/letters.ts';
import { directionOf, interfaceLanguages } from '../../src/i18n/languages.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { askExport } from '../../src/usecases/export/ask-export.ts';
import { enqueueLetter } from '../../src/usecases/letters/enqueue-letter.ts';
import { lifeWithLetters, lookIn } from '../support/lettered-life.ts';
import { opened, PostOffice } from '../support/post-office.ts';
import { KeptMail, makeWorld, MODULE } from '../support/world.ts';

const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };

/** Every kind of letter there is; a new one does not compile until it is here. */
const catalogue: Record<LetterName, true> = {
  assignment_code: true,
  curator_alert: true,
  export_news: true,
  invitation: true,
  invitation_reminder: true,
  news: true,
  published_thanks: true,
  released: true,
  review_reminder: true,
  review_returned: true,
  review_thanks: true,
  safety_alert: true,
  second_needed: true,
  sign_in: true,
  welcome: true,
};

for (const language of interfaceLanguages) {
  describe(`the whole catalogue of letters in ${language}, over SMTP`, () => {
    let office: PostOffice;
    let written: readonly Mail[];
    let names: LetterName[];
    let read: Map<string, Awaited<ReturnType<typeof opened>> & { recipients: readonly string[] }>;

    before(async () => {
      office = await PostOffice.open();
      const kept = new KeptMail();
      const world = await makeWorld({ mailer: kept });
      const life = await lifeWithLetters(world, language);
      const [decision] = world.service.db.select().from(decisions).all();
      assert.ok(decision);
      await world.service.write((unit) => {
        const waits = { needsSecond: true, secondAt: null, secondBy: null, undoneAt: null };
        unit.tx.update(decisions).set(waits).where(eq(decisions.id, decision.id)).run();
        const personId = life.stage.person('marta');
        enqueueLetter(unit, { name: 'second_needed', decisionId: decision.id, personId }, 'second');
        const reason = 'For the yearly meeting of the group.';
        askExport(unit, life.stage.staff('leila'), { module: MODULE, scope: 'cases', format: 'csv', reason });
      });
      await lookIn(world, language);
      names = world.service.db
        .select()
        .from(letters)
        .all()
        .map(({ name }) => name);
      world.close();
      written = kept.sent;
      const mailer = new SmtpMailer(office.address, from);
      await Promise.all(written.map((mail) => mailer.send(mail, new AbortController().signal)));
      const entries = office.arrived.map(async (letter) => {
        return [letter.messageId, { ...(await opened(letter)), recipients: letter.recipients }] as const;
      });
      read = new Map(await Promise.all(entries));
    });
    after(() => office.close());

    it('arrives, each letter once and for one person', () => {
      assert.deepEqual([...new Set(names)].sort(), Object.keys(catalogue).sort());
      assert.equal(office.arrived.length, written.length);
      for (const { messageId, to, subject, date } of written) {
        const letter = read.get(messageId);
        assert.ok(letter);
        assert.deepEqual(letter.recipients, [to]);
        const shown = [letter.mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
        assert.deepEqual(shown, [to]);
        assert.equal(letter.mail.subject, subject);
        assert.deepEqual(letter.mail.date, new Date(Math.floor(date.getTime() / 1000) * 1000));
      }
    });

    it('is in its language and direction, small, and with one link', () => {
      const dir = directionOf(language);
      for (const { mail, html, text, bytes } of read.values()) {
        assert.ok(html.startsWith(`<!doctype html><html lang="${language}" dir="${dir}">`));
        assert.match(html, new RegExp(`<body dir="${dir}">`));
        assert.equal(mail.headers.get('content-language'), language);
        assert.equal(/\p{Script=Arabic}/u.test(mail.subject ?? ''), language === 'ar');
        const links = text.match(/https?:\/\/[^\s"<>]+/g) ?? [];
        assert.equal(links.length, 1, text);
        assert.deepEqual(
          [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href),
          links,
        );
        assert.ok(bytes <= 10_240, `${String(mail.subject)}: ${String(bytes)} bytes`);
        assert.deepEqual(mail.attachments, []);
      }
    });
  });
}
