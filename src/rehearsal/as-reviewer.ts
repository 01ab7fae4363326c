import { paths } from '../paths.ts';
import type { Browser, Page } from './browser-client.ts';
import type { Typed } from './filled-form.ts';
import type { PageForm } from './page-forms.ts';
import { expectPage, RehearsalFailed } from './stage-hands.ts';

const MOST_PARTS = 20;

/** Accepts by the link of the invitation, judges everything on the way, and submits. */
export async function writeReview(browser: Browser, token: string): Promise<void> {
  expectPage(await browser.get(paths.invitation('en', token)), '/invitation/');
  expectPage(await browser.submit('/accept', { statement: 'yes' }), '/review/');
  await judgeAll(browser);
}

/** Judges everything from any page of the review on, and submits. */
export async function judgeAll(browser: Browser): Promise<void> {
  // Accepting leads straight to the first criterion; the gates stand before it.
  const gates = browser.page.links.find(({ href }) => /\/gates(?:#|$)/.test(href));
  if (gates !== undefined) await browser.get(gates.href);
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const submit = browser.page.forms.find(({ action }) => action.endsWith('/submit'));
    if (submit !== undefined) {
      expectPage(await browser.submit(submit), '/review/');
      return;
    }
    await savePart(browser, browser.page);
  }
  throw new RehearsalFailed('The review never comes to its end');
}

async function savePart(browser: Browser, page: Page): Promise<void> {
  const form = page.forms.find(({ action, buttons }) => action.includes('/review/') && buttons.length > 0);
  if (form === undefined) throw new RehearsalFailed(`There is nothing to fill in on ${page.path}`);
  const save = form.buttons.find(({ name }) => name !== 'add');
  expectPage(await browser.submit(form, verdictsFor(form), save === undefined ? {} : { button: save }), '/review/');
}

/** A friendly but not uncritical reviewer: gates pass, three points each, acceptance. */
function verdictsFor(form: PageForm): Typed {
  const offered = new Map<string, string[]>();
  for (const { name, kind, value } of form.controls) {
    if (kind === 'radio') offered.set(name, [...(offered.get(name) ?? []), value]);
  }
  const verdicts = [...offered].map(([name, values]) => [name, verdict(name, values)] as const);
  return Object.fromEntries(verdicts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function verdict(name: string, values: readonly string[]): string | undefined {
  if (name.startsWith('gate.')) return 'pass';
  if (name.startsWith('score.')) return '3';
  const wanted = { evidence: 'E2', recommendation: 'accept', confidence: '3' }[name];
  return wanted !== undefined && values.includes(wanted) ? wanted : undefined;
}
