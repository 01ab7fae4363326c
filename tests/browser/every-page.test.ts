import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { htmlTokens } from '../../src/rehearsal/html-tokens.ts';
import { chromiumPath, contextOf, launchChromium } from '../support/chromium.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { everyPage, type FoundPage } from '../support/every-page.ts';

const AT_ONCE = 2;
const WIDE = { width: 1280, height: 900 };
const narrow = [360, 320];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Who sees a page; a group is a test, so that none takes too long. */
const groups = {
  'people without an account': ({ who }: FoundPage) => /^(?:anybody|submitter)/u.test(who),
  reviewers: ({ who }: FoundPage) => who.startsWith('reviewer'),
  'a curator deciding': ({ who, path }: FoundPage) =>
    who === 'leila' && /\/cases\/P-.*\/(?:decision|page|publication)/u.test(path),
  'a curator at a case': ({ who, path }: FoundPage) =>
    who === 'leila' && /\/cases\/P-(?!.*\/(?:decision|page|publication))/u.test(path),
  'a curator elsewhere': ({ who, path }: FoundPage) => who === 'leila' && !path.includes('/cases/P-'),
  'the safety person': ({ who }: FoundPage) => who === 'ruth',
} as const;

describe('every page in a browser', { skip: chromiumPath === undefined, concurrency: 1 }, () => {
  let demonstration: Demonstration;
  let browser: Browser;
  let pages: readonly FoundPage[];

  before(async () => {
    demonstration = await startDemonstration();
    pages = differing(await everyPage(demonstration));
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await demonstration.close();
  });

  for (const lang of ['en', 'ar']) {
    for (const [group, isMember] of Object.entries(groups)) {
      it(`has no barrier and fits a small screen, in ${lang}, for ${group}`, async (t) => {
        const queue = pages.filter((found) => isMember(found) && found.path.startsWith(`/${lang}`));
        t.diagnostic(`${String(queue.length)} kinds of pages`);
        const found = await Promise.all(Array.from({ length: AT_ONCE }, () => lookAt(queue)));
        assert.deepEqual(found.flat(), []);
      });
    }
  }

  it('would see a barrier, by day and by night, and what does not fit', async () => {
    const page = await browser.newPage();
    const pale =
      '<style>p { color: #ccc } @media (prefers-color-scheme: dark) { body { background: #333 } p { color: #555 } }';
    await page.setContent(`<html lang="en"><title>Bad</title>${pale}</style><main><h1>Bad</h1><p>Pale</p><img src="">`);
    const seen = (await barriers(page)).map((problem) => problem.split(' at ')[0]);
    assert.deepEqual(seen, ['color-contrast (light)', 'image-alt (light)', 'color-contrast (dark)']);
    await page.setContent('<p style="inline-size: 500px">Wide</p>');
    assert.equal((await overflow(page)).length, narrow.length);
    await page.close();
  });

  /** Takes pages from the queue until it is empty, and says what is wrong with them. */
  async function lookAt(queue: FoundPage[]): Promise<string[]> {
    const problems: string[] = [];
    const tabs = new Map<string, Page>();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { who, path, cookies } = next;
      const tab = tabs.get(who) ?? (await (await contextOf(browser, demonstration.url, cookies)).newPage());
      tabs.set(who, tab);
      await tab.setViewportSize(WIDE);
      await tab.goto(demonstration.url + path);
      const wrong = [...(await barriers(tab)), ...(await overflow(tab))];
      problems.push(...wrong.map((what) => `${who}, ${path}: ${what}`));
    }
    for (const tab of tabs.values()) await tab.context().close();
    return problems;
  }
});

/** In the page itself, and only what is wrong: quicker by half. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** All rules by day, and the colours again by night. */
async function barriers(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const day = await axe(page).withTags(tags).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const night = await axe(page).withRules(['color-contrast']).analyze();
  const told = (violations: typeof day.violations, when: string): string[] =>
    violations.map(({ id, nodes }) => `${id} (${when}) at ${nodes.map(({ target }) => String(target)).join(', ')}`);
  return [...told(day.violations, 'light'), ...told(night.violations, 'dark')];
}

async function overflow(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const width of narrow) {
    await page.setViewportSize({ width, height: 800 });
    const { wide, culprits } = await page.evaluate(sidewards);
    if (wide > width) problems.push(`${String(wide)} px wide at ${String(width)}: ${culprits.join(', ')}`);
  }
  return problems;
}

/** Runs in the page: how wide it is, and what sticks out of it. */
function sidewards(): { wide: number; culprits: string[] } {
  const { clientWidth, scrollWidth } = document.documentElement;
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -1 || right > clientWidth + 1;
  });
  const culprits = out.slice(-3).map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
  return { wide: scrollWidth, culprits };
}

/** One page of each kind: two that have the same elements with the same classes look and read alike. */
function differing(pages: readonly FoundPage[]): FoundPage[] {
  const kinds = new Map<string, FoundPage>();
  for (const found of pages) {
    const kind = `${found.path.slice(0, 3)} ${elementsOf(found.page.html)}`;
    if (!kinds.has(kind)) kinds.set(kind, found);
  }
  return [...kinds.values()];
}

function elementsOf(html: string): string {
  const elements = htmlTokens(html).flatMap((token) =>
    token.kind === 'open' ? [`${token.tag}.${token.attributes.get('class') ?? ''}`] : [],
  );
  return [...new Set(elements)].sort().join(' ');
}
