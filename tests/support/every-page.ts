import { eq } from 'drizzle-orm';
import { assignments, people, submissions } from '../../src/db/schema/index.ts';
import { readScript } from '../../src/demonstration/script.ts';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { paths } from '../../src/paths.ts';
import { Browser, type Page } from './browser.ts';
import type { Demonstration } from './demonstration.ts';
import { MODULE } from './world.ts';

/** A page that somebody of the demonstration can come to by links, as they get it. */
export interface FoundPage {
  readonly who: string;
  /** What the visitor's browser holds, to open it again. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly path: string;
  readonly page: Page;
}

interface Visitor {
  readonly who: string;
  readonly browser: Browser;
  readonly starts: readonly string[];
  /** Those that the browser did not get by itself. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** Leaving is not reading: these end the visit. */
const leaving = /^\/exit|\/sign-out/u;

/** Every page that anybody can come to, in these languages: the ways in of everybody, and all links from there. */
export async function everyPage(
  demonstration: Demonstration,
  languages: readonly string[] = interfaceLanguages,
  more: readonly string[] = [],
): Promise<readonly FoundPage[]> {
  const found: FoundPage[] = [];
  const strangers = { who: 'anybody', browser: demonstration.browser(), starts: more };
  for (const visitor of [...(await visitors(demonstration)), strangers])
    found.push(...(await walk(visitor, languages)));
  return found;
}

async function walk({ who, browser, starts, cookies = {} }: Visitor, languages: readonly string[]) {
  const found = new Map<string, FoundPage>();
  const queue = [...starts];
  const seen = new Set<string>();
  const isOther = (path: string): boolean => {
    const [, lang = ''] = path.split(/[/?]/u);
    return interfaceLanguages.some((one) => one === lang) && !languages.includes(lang);
  };
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path) || isOther(path)) continue;
    seen.add(path);
    const page = await browser.get(path);
    if (page.headers.get('content-type')?.startsWith('text/html') !== true) continue;
    found.set(path, { who, cookies: held(browser, cookies), path, page });
    queue.push(...page.links.map(({ href }) => href.replace(/#.*$/u, '')).filter(isOurs));
  }
  return [...found.values()];
}

const names = ['fieldstone-pre', 'fieldstone-sid', 'fieldstone-draft', 'fieldstone-browser'];

const held = (browser: Browser, more: Readonly<Record<string, string>>): Record<string, string> => {
  const own = names.map((name) => [name, browser.cookie(name)] as const);
  return { ...Object.fromEntries(own.filter((pair): pair is [string, string] => pair[1] !== undefined)), ...more };
};

const isOurs = (href: string): boolean => href.startsWith('/') && !href.startsWith('//') && !leaving.test(href);

async function visitors(demonstration: Demonstration): Promise<Visitor[]> {
  return [
    { who: 'anybody', browser: demonstration.browser(), starts: ['/', ...inEach((lang) => [paths.mail(lang)])] },
    ...(await submitters(demonstration)),
    ...reviewers(demonstration),
    ...(await staff(demonstration)),
  ];
}

const inEach = (make: (lang: string) => string[]): string[] => interfaceLanguages.flatMap(make);

const submitters = (demonstration: Demonstration): Promise<Visitor[]> =>
  Promise.all(
    demonstration.cases.map(async ({ receipt, submission }) => {
      const browser = demonstration.browser();
      await browser.get(paths.receipt('en', MODULE));
      const { path } = await browser.submit('/receipt', { code: receipt });
      const held = submission.held ? ' under a hold' : '';
      return { who: `submitter, ${submission.state}${held}`, browser, starts: [path] };
    }),
  );

/** One of each kind, by the link of the letter and by the browser in which the demonstration accepted it. */
function reviewers({ service, url }: Demonstration): Visitor[] {
  const rows = service.db
    .select({ id: assignments.id, status: assignments.status, email: people.email, state: submissions.state })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .innerJoin(submissions, eq(submissions.id, assignments.submissionId))
    .all();
  const kinds = new Map(rows.map((row) => [`reviewer, ${row.status}, ${row.state}`, row]));
  return [...kinds].map(([who, { id, status, email }]) => {
    const key = readScript().people.find((one) => one.email === email)?.key ?? '';
    const cookies = { 'fieldstone-browser': `demonstration-${key}` };
    const browser = new Browser(url, { cookie: `fieldstone-browser=demonstration-${key}` });
    const invitation = inEach((lang) => [paths.invitation(lang, service.web.keys.linkFor(id))]);
    const review = inEach((lang) => [paths.review(lang, id)]);
    return { who, browser, cookies, starts: status === 'invited' ? invitation : [...invitation, ...review] };
  });
}

const staff = (demonstration: Demonstration): Promise<Visitor[]> =>
  Promise.all(
    ['leila', 'ruth'].map(async (key) => {
      const browser = demonstration.browser();
      const link = await demonstration.signInLink(demonstration.person(key));
      await browser.get(link);
      const { path } = await browser.submit(link);
      return { who: key, browser, starts: [path] };
    }),
  );
