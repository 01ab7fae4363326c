import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import { jobs, letters } from '../../src/db/schema/index.ts';
import { textsIn } from '../../src/domain/module/texts-in.ts';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { lifeWithLetters } from '../support/lettered-life.ts';
import type { PlayedCase } from '../support/played-case.ts';
import { makeWorld, type World } from '../support/world.ts';

/** Every letter that was written, as a mail program reads it, with the bytes of the whole. */
async function written({ folder }: World) {
  const outbox = path.join(folder, 'outbox');
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    files.map(async (name) => {
      const raw = readFileSync(path.join(outbox, name));
      const mail = await simpleParser(raw, { skipTextLinks: true, skipHtmlToText: true });
      return { mail, bytes: raw.length, text: mail.text ?? '', html: String(mail.html) };
    }),
  );
}
type Written = Awaited<ReturnType<typeof written>>[number];

const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s"<>]+/g) ?? [];

/** Said in letters to staff and submitters: nothing that anybody typed. Short answers are choices and codes. */
const typedTexts = ({ played }: PlayedCase): string[] =>
  textsIn(played.answers)
    .flatMap((text) => text.split(/(?<=[.!?؟])\s+|\n/u))
    .filter((text) => text.length > 20);

const expected = [
  'assignment_code',
  'curator_alert',
  'invitation',
  'invitation_reminder',
  'news',
  'published_thanks',
  'released',
  'review_reminder',
  'review_returned',
  'review_thanks',
  'safety_alert',
  'sign_in',
  'welcome',
];

for (const language of interfaceLanguages) {
  describe(`the letters of a life in ${language}`, () => {
    let world: World;
    let life: PlayedCase;
    let all: Written[];
    before(async () => {
      world = await makeWorld();
      life = await lifeWithLetters(world, language);
      all = await written(world);
    });
    after(() => {
      world.close();
    });

    it('leave, nearly every kind of them, and each is a fact', () => {
      const facts = world.service.db.select().from(letters).all();
      assert.deepEqual(
        [...new Set(facts.filter(({ outcome }) => outcome === 'sent').map(({ name }) => name))].sort(),
        expected,
      );
      assert.equal(facts.filter(({ outcome }) => outcome === 'sent').length, all.length);
      assert.deepEqual(new Set(facts.map(({ messageId }) => messageId)).size, facts.length);
      assert.deepEqual(world.faults, []);
    });

    it('are in the language and the direction of their reader', () => {
      const dir = language === 'ar' ? 'rtl' : 'ltr';
      for (const { html, mail } of all) {
        assert.match(html, new RegExp(`^<!doctype html><html lang="${language}" dir="${dir}">`));
        assert.match(html, new RegExp(`<body dir="${dir}">`));
        assert.equal(/\p{Script=Arabic}/u.test(mail.subject ?? ''), language === 'ar');
        assert.equal(mail.headers.get('content-language'), language);
      }
    });

    it('hold one link, the same in both forms, and stay small', () => {
      for (const { text, html, bytes, mail } of all) {
        const links = linksIn(text);
        assert.equal(links.length, 1, text);
        assert.deepEqual(
          [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href),
          links,
        );
        assert.ok(links[0]?.startsWith('http://127.0.0.1:3000/'));
        assert.ok(bytes <= 10_240, `${String(mail.subject)}: ${String(bytes)} bytes`);
        assert.doesNotMatch(html, /<(img|style|script|link)|style=/i);
      }
    });

    it('tell the submitter that there is news, and nothing else', () => {
      const own = all.filter(({ mail }) => JSON.stringify(mail.to).includes(life.typed('contact_email')));
      assert.ok(own.length >= 3, String(own.length));
      assert.equal(new Set(own.map(({ text }) => text)).size, 1);
      const { text = '' } = own[0] ?? {};
      assert.ok(!text.includes(life.submission().publicId) && !text.includes(life.played.receipt));
      assert.match(text, /\/security-sector\/receipt$/m);
    });

    it('show reviewers the title in the text alone, and nobody anything else that was typed', () => {
      const title = life.typed('title');
      const typed = typedTexts(life);
      assert.ok(typed.length > 20);
      for (const { mail, text, html } of all) {
        const [to] = [mail.to].flat();
        const isReviewer = JSON.stringify(to).includes('@reviewers.example');
        assert.ok(!(mail.subject ?? '').includes(title));
        for (const said of typed.filter((one) => !isReviewer || one !== title)) {
          assert.ok(!text.includes(said) && !html.includes(said), `${String(mail.subject)} says: ${said}`);
        }
      }
    });

    it('ends every job', () => {
      const left = world.service.db.select().from(jobs).all();
      assert.deepEqual(
        left.filter(({ state }) => state !== 'done' && state !== 'cancelled').map(({ dedupeKey }) => dedupeKey),
        [],
      );
    });
  });
}
