import type { Browser, Page } from './browser-client.ts';

/** A step of the rehearsal did not go as it must. */
export class RehearsalFailed extends Error {}

/** Answers the page when it is what the step wanted; else stops the rehearsal with what the page said. */
export function expectPage(page: Page, wanted: string, status = 200): Page {
  if (page.status === status && page.path.includes(wanted)) return page;
  const words = page.text.slice(0, 600);
  throw new RehearsalFailed(
    `Wanted ${wanted} (${String(status)}) and got ${page.path} (${String(page.status)}): ${words}`,
  );
}

/** The one form of the page whose action ends so. */
export const hasForm = (page: Page, end: string): boolean => page.forms.some(({ action }) => action.endsWith(end));

export const signIn = async (browser: Browser, link: string): Promise<void> => {
  const page = await browser.get(link);
  expectPage(page, '/t/');
  expectPage(await browser.submit(link), '/desk');
};
