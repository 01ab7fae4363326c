import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildSite, pagesOf } from '../support/built-site.ts';
import { chromiumPath, launchChromium } from '../support/chromium.ts';
import { PublishedContent, answersOf, pageOfPractice } from '../support/published-content.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looked = [
  'index.html',
  'security-sector/ar/index.html',
  'security-sector/ar/all-practices.html',
  'security-sector/practices/P-00000.en.html',
  'security-sector/practices/P-11111.ar.html',
];

describe('the public site in a browser', { skip: chromiumPath === undefined, concurrency: 1 }, () => {
  let content: PublishedContent;
  let browser: Browser;
  let context: BrowserContext;
  const addressOf = (at: string): string => pathToFileURL(`${content.folder('site')}/${at}`).href;

  before(async () => {
    content = await PublishedContent.begin();
    for (const page of [pageOfPractice('P-00000', answersOf('tz-')), pageOfPractice('P-11111', answersOf('jo-'))]) {
      await content.publish(page.id, page.files);
    }
    const { code, said } = buildSite(content.folder('site'), { DATA_DIR: content.dataFolder });
    assert.equal(code, 0, said);
    browser = await launchChromium();
    // The rules of the pages let no script in, and the checker is one.
    context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await browser.close();
    await content.dispose();
  });

  it('has no barrier, by day and by night', async () => {
    const page = await context.newPage();
    const found: string[] = [];
    for (const at of looked) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(addressOf(at));
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        found.push(...violations.map(({ id, nodes }) => `${at}, ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`));
      }
    }
    assert.deepEqual(found, []);
  });

  it('fits a small screen on every page', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const at of pagesOf(content.folder('site')).keys()) {
      await page.goto(addressOf(at));
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (Number(over) > 0) wide.push(`${at} by ${String(over)}`);
    }
    assert.deepEqual(wide, []);
  });
});
