import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { FoundPage } from './every-page.ts';

/** Where Chromium is; whoever runs the tests has looked for it. Without it, tests of the browser are skipped. */
export const chromiumPath = process.env['FIELDSTONE_CHROMIUM'];

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    // Chromium's sandbox does not start as root, which is what build machines are.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

/** The browser of somebody who has been here before, with what it holds. */
export async function contextOf(browser: Browser, url: string, cookies: FoundPage['cookies']): Promise<BrowserContext> {
  // Colours that are on their way from day to night are neither.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
  return context;
}
