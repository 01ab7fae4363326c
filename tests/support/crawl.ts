import type { Browser, Page, Served } from './browser.ts';

/** Leaving ends the visit. Of the languages of the interface one of each direction stands for all: the answers are the same. */
const notFollowed = /^\/exit|\/sign-out|^\/(?:fr|es)(?:\/|$)/;
const MOST = 400;

/** Reads every page that can be reached by links from these, and gives all bytes of all answers, headers too. */
export async function crawl(browser: Browser, starts: readonly string[]): Promise<{ bytes: string; paths: string[] }> {
  const seen = new Set<string>();
  const queue = [...starts];
  let bytes = '';
  for (let path = queue.shift(); path !== undefined && seen.size < MOST; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const page = await browser.get(path);
    bytes += bytesOf(page);
    queue.push(...page.links.map(({ href }) => href.replace(/#.*$/, '')).filter(isOurs));
  }
  return { bytes, paths: [...seen] };
}

const isOurs = (href: string): boolean => href.startsWith('/') && !href.startsWith('//') && !notFollowed.test(href);

const bytesOf = ({ status, html, headers, way }: Page): string =>
  [String(status), JSON.stringify([...headers]), JSON.stringify(way), html, ''].join('\n');

/** Presses every button of every form of these pages as it stands, and gives all bytes of all answers. */
export async function pressed(served: Served, cookie: string, paths: readonly string[]): Promise<string> {
  const nobody = served.browser();
  await nobody.get('/en');
  const browser = served.browser({ cookie: `${cookie}; fieldstone-pre=${nobody.cookie('fieldstone-pre') ?? ''}` });
  let bytes = '';
  for (const path of paths) {
    const { forms } = await browser.get(path);
    for (const form of forms) {
      for (const button of form.buttons) bytes += bytesOf(await browser.submit(form, {}, { button }));
    }
  }
  return bytes;
}
