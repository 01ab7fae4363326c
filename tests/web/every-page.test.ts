import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { directionOf } from '../../src/i18n/languages.ts';
import { ask } from '../support/ask.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { everyPage, type FoundPage } from '../support/every-page.ts';

const KB = 1024;
const STYLE_LIMIT = 6 * KB;
const REQUESTS = 3;

/** The most that a page may weigh, gzipped; the first kind that fits counts. */
const weights = [
  { kind: 'a form', pages: /\/(?:practice|receipt|before-you-start|check|my)(?:\/|$|\?)/u, limit: 8 * KB },
  { kind: 'a review', pages: /^\/\w+\/(?:review|invitation)\//u, limit: 10 * KB },
  { kind: 'a list', pages: /\/(?:desk|cases|people|mail|trouble)$/u, limit: 12 * KB },
  { kind: 'any page', pages: /./u, limit: 14 * KB },
] as const;

describe('every page that anybody can come to', () => {
  let demonstration: Demonstration;
  let pages: readonly FoundPage[] = [];

  before(async () => {
    demonstration = await startDemonstration();
    pages = await everyPage(demonstration);
  });
  after(() => demonstration.close());

  /** All pages that break a rule, by who sees them and where, so that one run shows them all. */
  const breaking = (rule: (found: FoundPage) => boolean): string[] =>
    pages.filter((found) => !rule(found)).map(({ who, path }) => `${who}: ${path}`);

  it('is there, for every link', (t) => {
    t.diagnostic(`${String(pages.length)} pages`);
    assert.ok(pages.length > 500);
    // What a reviewer's link opened has ended with the round; the page says so.
    const there = ({ who, page }: FoundPage): boolean =>
      page.status === 200 || (page.status === 410 && who.startsWith('reviewer, submitted'));
    assert.deepEqual(breaking(there), []);
  });

  it('says its language and direction', () => {
    const right = ({ page }: FoundPage): boolean => {
      const lang = page.path.split('/')[1] ?? '';
      const start = `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}">`;
      return page.html.startsWith(start) && page.headers.get('content-language') === lang;
    };
    assert.deepEqual(breaking(right), []);
  });

  it('has one heading of the first order, and a title', () => {
    assert.deepEqual(
      breaking(({ page }) => page.html.match(/<h1[\s>]/gu)?.length === 1 && page.title.length > 3),
      [],
    );
  });

  it('has no script, no inline style, and asks nobody else for anything', () => {
    const plain = ({ page }: FoundPage): boolean =>
      !/<script|<iframe|<object|<embed|<base|\s(?:on\w+|style|srcset)="|(?:src|action)="(?:https?:)?\/\/|<link[^>]+href="(?:https?:)?\/\//iu.test(
        page.html,
      );
    assert.deepEqual(breaking(plain), []);
  });

  it(`comes with at most ${String(REQUESTS)} requests`, () => {
    const few = ({ page }: FoundPage): boolean => {
      const parts = page.html.matchAll(/<(?:link[^>]+href|img[^>]+src)="([^"]+)"/gu);
      return 1 + new Set([...parts].map(([, address]) => address)).size <= REQUESTS;
    };
    assert.deepEqual(breaking(few), []);
  });

  for (const { kind, limit } of weights) {
    it(`weighs at most ${String(limit / KB)} KB as ${kind}`, (t) => {
      const kindOf = (path: string): string | undefined => weights.find((weight) => weight.pages.test(path))?.kind;
      const weighed = pages
        .filter(({ path }) => kindOf(path) === kind)
        .map(({ path, page }) => ({ path, bytes: gzipSync(page.html).length }))
        .sort((one, other) => other.bytes - one.bytes);
      t.diagnostic(`${String(weighed.length)} pages, the heaviest ${JSON.stringify(weighed[0])}`);
      assert.deepEqual(
        weighed.filter(({ bytes }) => bytes > limit),
        [],
      );
      assert.ok(weighed.length > 0);
    });
  }

  it('is sent small', () => {
    assert.deepEqual(
      breaking(({ page }) => page.headers.get('content-encoding') === 'gzip'),
      [],
    );
  });

  it('has a style that weighs at most 6 KB', async (t) => {
    const sheets = new Set(pages.flatMap(({ page }) => /href="(\/assets\/[^"]+\.css)"/u.exec(page.html)?.[1] ?? []));
    assert.equal(sheets.size, 1);
    for (const sheet of sheets) {
      const bytes = gzipSync((await ask(demonstration.url, 'GET', sheet)).text).length;
      t.diagnostic(`${String(bytes)} bytes`);
      assert.ok(bytes <= STYLE_LIMIT);
    }
  });

  it('offers the way out at once, wherever a submitter is', () => {
    // Signing in is for staff; only they come to it.
    const theirs = ({ who, path }: FoundPage): boolean => who.startsWith('submitter') && !path.endsWith('/sign-in');
    assert.deepEqual(
      breaking((found) => !theirs(found) || found.page.html.includes('href="/exit"')),
      [],
    );
  });

  it('says that it is a demonstration', () => {
    assert.deepEqual(
      breaking(({ page }) => page.html.includes('class="demonstration"')),
      [],
    );
  });
});
