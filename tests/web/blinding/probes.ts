import type { Browser } from '../../support/browser.ts';
import { crawl } from '../../support/crawl.ts';
import { addressOf, everyRoute, type Values } from '../../support/route-addresses.ts';

/** A browser, and the token that its own forms would bring. */
export interface Prober {
  readonly browser: Browser;
  readonly csrf: string;
}

const cross = { 'sec-fetch-site': 'cross-site' };
const routesWith = (method: 'get' | 'post'): string[] =>
  everyRoute().flatMap((route) => (route[method] === undefined ? [] : [route.path]));

/** Every address there is, for these values: read, asked for by the wrong method, posted empty, without a token, from elsewhere. */
export async function askEverywhere(prober: Prober, values: Values): Promise<void> {
  const { browser, csrf } = prober;
  await askOfCase(prober, values, () => true);
  for (const pattern of routesWith('post').filter(isNoEnd)) {
    const address = addressOf(pattern, values);
    await browser.post(address, []);
    await browser.post(address, [['csrf', csrf]], cross);
  }
}

/** Every address of one case, read and posted to. */
export async function askOfCase(
  { browser, csrf }: Prober,
  values: Values,
  isAsked = (pattern: string): boolean => pattern.includes(':publicId'),
): Promise<void> {
  for (const pattern of routesWith('get').filter((path) => path !== '/exit' && isAsked(path)))
    await browser.get(addressOf(pattern, values));
  for (const pattern of routesWith('post').filter((path) => isNoEnd(path) && isAsked(path)))
    await browser.post(addressOf(pattern, values), [
      ['csrf', csrf],
      ['decision', values['decision'] ?? ''],
    ]);
}

/** It does not end the visit. */
const isNoEnd = (path: string): boolean => !/sign-out|leave/u.test(path);

/** Every form of these pages: as it stands, by each of its buttons; emptied; with a token that is none. */
export async function pressEverything({ browser }: Prober, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { forms } = await browser.get(path);
    for (const form of forms.filter(({ action }) => isNoEnd(action))) {
      for (const button of form.buttons) await browser.submit(form, {}, { button });
      if (form.method === 'get') continue;
      const named = form.controls.map(({ name, kind, value }): [string, string] => [
        name,
        kind === 'hidden' ? value : '',
      ]);
      await browser.post(form.action === '' ? path : form.action, named);
      await browser.post(form.action === '' ? path : form.action, [['csrf', 'none.none']]);
    }
  }
}

export const crawled = async ({ browser }: Prober, starts: readonly string[]): Promise<readonly string[]> =>
  (await crawl(browser, starts)).paths;

/** Names of what is looked for, sorted or filtered by, here and elsewhere; whoever knows none of them ignores them. */
const asking = ['words', 'q', 'search', 'author', 'organisation', 'email', 'reviewer', 'filter', 'sort', 'order', 'by'];

/** One question to a list, by every name that a search might have. */
export const questionFor = (text: string): string => new URLSearchParams(asking.map((name) => [name, text])).toString();

/** Every order and filter that a list might know, and further pages. */
export const arrangements = (columns: readonly string[], states: readonly string[]): string[] => [
  ...columns.flatMap((column) => [`sort=${column}`, `sort=-${column}`, `order=${column}`, `by=${column}`]),
  ...states.map((state) => `state=${state}`),
  'state=everything',
  ...['0', '1', '2', '50', '2026-01-01T00:00:00.000Z~x'].flatMap((place) => [`after=${place}`, `page=${place}`]),
];

/** Pages that are no page of one case: lists, desks, fronts. */
export const listAddresses = (values: Values): string[] =>
  routesWith('get')
    .filter((path) => path !== '/exit' && !/:(?:publicId|token|letter|person|job|export)/u.test(path))
    .map((path) => addressOf(path, values));
