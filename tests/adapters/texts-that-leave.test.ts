import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { parse } from 'yaml';
import { letterMessage } from '../../src/adapters/mail/letter-message.ts';
import type { ModuleId, PublicId } from '../../src/domain/ids.ts';
import { MailRefused } from '../../src/domain/mail/mail-faults.ts';
import { changeText } from '../../src/domain/publication/change-text.ts';
import { cleanLine } from '../../src/domain/publication/clean-text.ts';
import { writePage } from '../../src/domain/publication/page.ts';
import { practiceOfBranch, practiceOfPath } from '../../src/domain/publication/page-path.ts';
import { leaksIn } from '../../src/domain/safety/leak-gate.ts';
import { crockfordAlphabet } from '../../src/domain/safety/receipt.ts';
import { splitPage } from '../../src/web/markdown.ts';
import { hostileText } from '../domain/publication/hostile-text.ts';
import { definition, pageInput } from '../domain/publication/page-definition.ts';
import { seedOf, times } from '../support/long-run.ts';

/** The reader of the site generator; another program than the one that writes. */
const siteRequire = createRequire(import.meta.url);
const { load } = siteRequire('js-yaml') as { load: (text: string) => unknown };

const seed = seedOf(20261125);
const anyText = fc.oneof(
  hostileText,
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);
const figures = (name: string, runs: number): string =>
  `${name}: seed=${String(seed)} texts=${String(runs)} violations=0`;

describe('front matter and facts', () => {
  it('are read as they were written, by every reader', (t) => {
    const runs = times(20_000, 500_000);
    const together = 10;
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.array(anyText, { minLength: together - 2, maxLength: together - 2 }),
        (...texts) => {
          const [title, name, outcomes] = texts;
          const [meta, page] = writePage(
            pageInput({
              answers: { title, outcomes: outcomes.map((outcome) => ({ outcome })) },
              attribution: { mode: 'organisation', text: name },
            }),
          );
          assert.ok(meta && page);
          const { frontMatter } = splitPage(page.text);
          for (const read of readers) {
            assert.deepEqual(read(frontMatter), {
              title: cleanLine(title),
              id: 'P-K7Q2M',
              language: 'en',
              direction: 'ltr',
            });
            const facts = read(meta.text) as { attribution: unknown; evidence: { outcomes?: { outcome?: string }[] } };
            assert.deepEqual(facts.attribution, { mode: 'organisation', text: cleanLine(name) });
            assert.deepEqual(
              (facts.evidence.outcomes ?? []).map(({ outcome }) => outcome),
              outcomes.map(cleanLine),
            );
          }
        },
      ),
      { numRuns: runs / together, seed },
    );
    t.diagnostic(figures('front matter', runs));
  });
});

/** How many of these texts, written by somebody who does not think of them, are told by what looks for it. */
const told = (is: (text: string) => boolean): number => fc.sample(anyText, { seed, numRuns: 2000 }).filter(is).length;

describe('what looks at these texts', () => {
  it('would find a title that is written between quotes by hand', (t) => {
    const isOther = (text: string): boolean => {
      try {
        return (parse(`title: "${cleanLine(text)}"`) as { title: unknown }).title !== cleanLine(text);
      } catch {
        return true;
      }
    };
    const found = told(isOther);
    t.diagnostic(`control, front matter: ${String(found)} of 2000 differ`);
    assert.ok(found > 20);
  });

  it('would find a path that is made of what was typed', (t) => {
    const found = told((text) => practiceOfPath(`modules/m/practices/${text}/meta.yml`) === undefined);
    t.diagnostic(`control, paths: ${String(found)} of 2000 are no practice's`);
    assert.ok(found > 20);
  });

  it('would find a title that stands in a pull request as it was typed', (t) => {
    const found = told((text) => acted.test(`Practice P-K7Q2M: ${cleanLine(text)}`));
    t.diagnostic(`control, change text: ${String(found)} of 2000 act`);
    assert.ok(found > 20);
  });
});

/** A mention, a reference, a closing keyword with one, a comment, markup, a link, a second line. */
const acted =
  /@|#|\bGH-\d|\b(?:clos|fix|resolv)\w*:?\s+[\w./-]*#|<!--|[<>`[\]]|\bhttps?:\/|\bwww\.|[\r\n\u2028\u2029]/iu;

const readers: readonly ((text: string) => unknown)[] = [
  (text) => parse(text, { version: '1.1' }) as unknown,
  (text) => parse(text, { version: '1.2' }) as unknown,
  (text) => load(text),
];

describe('paths', () => {
  const pathsOf = (module: string, publicId: string, language: string) =>
    writePage(
      pageInput({
        definition: { ...definition, id: module as ModuleId },
        publicId: publicId as PublicId,
        language,
        answers: { title: language },
      }),
    );
  const folder = /^modules\/[a-z0-9-]{1,80}\/practices\/P-[0-9A-HJKMNP-TV-Z]{5}\/(?:meta\.yml|index\.[a-z]{2,3}\.md)$/u;

  it('are those of a practice, or stopped before git', (t) => {
    const runs = times(20_000, 1_000_000);
    const part = fc.oneof(anyText, fc.constantFrom('..', '.git', 'a/b', 'P-K7Q2M', 'en', 'security-sector', 'CON'));
    fc.assert(
      fc.property(part, part, part, (module, publicId, language) => {
        const files = pathsOf(module, publicId, language);
        const bare = files.map(({ path }) => ({ path, text: '' }));
        const stopped = leaksIn(bare, { contacts: [], allowed: [] }).filter(({ kind }) => kind === 'path');
        for (const { path } of files) {
          const fit = folder.test(path) && path === path.normalize('NFC') && !path.includes('..');
          assert.equal(practiceOfPath(path) !== undefined, fit);
          assert.equal(!stopped.some((leak) => leak.path === path), fit);
        }
      }),
      { numRuns: runs / 2, seed },
    );
    t.diagnostic(figures('paths', runs));
  });

  it('of two practices are two, on every disk', (t) => {
    const runs = times(20_000, 1_000_000);
    const ids = fc.sample(fc.string({ unit: fc.constantFrom(...crockfordAlphabet), minLength: 5, maxLength: 5 }), {
      seed,
      numRuns: runs,
    });
    const distinct = new Set(ids.map((id) => `P-${id}`));
    const folded = new Set([...distinct].map((id) => `modules/m/practices/${id}`.normalize('NFC').toLowerCase()));
    assert.equal(folded.size, distinct.size);
    for (const id of distinct) assert.equal(practiceOfBranch(`practice/${id}/p1`), id);
    t.diagnostic(figures('distinct paths', distinct.size));
  });
});

describe('what a forge reads beside a page', () => {
  const words = { opening: 'Opening', facts: ['Fact'], checklist: ['Check'] };

  it('mentions nobody, closes nothing, links nowhere and adds no line', (t) => {
    const runs = times(20_000, 500_000);
    fc.assert(
      fc.property(anyText, fc.constantFrom('publish', 'update', 'take_down'), (publicTitle, kind) => {
        const text = changeText({ publicId: 'P-K7Q2M', number: 2, contentKey: 'abc', kind, publicTitle, words });
        assert.doesNotMatch(text.title, acted);
        assert.match(text.title, /^Practice P-K7Q2M:/u);
        assert.match(text.message, /^(?:Add|Update|Remove) practice P-K7Q2M\n\nPractice-Key: P-K7Q2M\/p2\/abc\n$/u);
        assert.equal(text.body, 'Opening\n\n- Fact\n\n- [ ] Check\n');
        assert.equal(practiceOfBranch(text.branch), 'P-K7Q2M');
      }),
      { numRuns: runs, seed },
    );
    t.diagnostic(figures('change text', runs));
  });
});

describe('a letter', () => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };
  const headers = [
    'Auto-Submitted',
    'Content-Language',
    'Content-Type',
    'Date',
    'From',
    'MIME-Version',
    'Message-ID',
    'Subject',
    'To',
  ];
  const address = fc.oneof(
    fc.constant('reader@example.org'),
    anyText,
    anyText.map((text) => `reader@example.org${text}`),
    anyText.map((text) => `${text}reader@example.org`),
    fc.constantFrom(
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      '"a" <a@b.example>',
      'group: a@b.example;',
    ),
  );

  it('has one reader, the one it is for, and no header but its own', async (t) => {
    const runs = times(10_000, 100_000);
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(address, anyText, anyText, async (to, subject, text) => {
        const mail = {
          to,
          subject: `News ${subject}`,
          text: `Text ${text}`,
          html: `<p>${text}</p>`,
          messageId: '<letter@fieldstone.example>',
          language: 'en' as const,
          date: new Date(0),
        };
        let message;
        try {
          message = letterMessage(mail, from);
        } catch (error) {
          if (error instanceof MailRefused) return;
          throw error;
        }
        sent += 1;
        const done = await transport.sendMail(message);
        const [local = '', host = ''] = to.split('@');
        // A name with a dot at its edge is written in quotes, and is the same name.
        const quoted = /^\.|\.\.|\.$/u.test(local);
        const reader = `${quoted ? `"${local}"` : local}@${host.toLowerCase()}`;
        assert.deepEqual(done.envelope.to, [reader]);
        const raw = done.message as Buffer;
        const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
        const lines = head.replace(/\r\n[ \t]+/gu, ' ').split('\r\n');
        assert.deepEqual(lines.map((line) => line.slice(0, line.indexOf(':'))).sort(), headers);
        assert.deepEqual(
          lines.filter((line) => line.startsWith('To:')),
          [`To: ${quoted ? `<${reader}>` : reader}`],
        );
        const again = await transport.sendMail(letterMessage(mail, from));
        assert.ok(raw.equals(again.message as Buffer), 'sent twice it is the same letter');
      }),
      { numRuns: runs, seed },
    );
    assert.ok(sent > runs / 10 && sent < runs);
    t.diagnostic(`letters: seed=${String(seed)} letters=${String(runs)} sent=${String(sent)} violations=0 differing=0`);
  });
});
