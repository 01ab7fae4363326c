import type { Browser } from '../adapters/rehearsal/browser-client.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Answers } from '../domain/module/form.ts';
import { paths } from '../paths.ts';
import { fillForm, typedAnswers } from './fill-form.ts';
import { expectPage, hasForm, RehearsalFailed } from './stage-hands.ts';

/** Six groups of four, as the page shows them. */
const RECEIPT = /\b[0-9A-Z]{4}(?:[-\s][0-9A-Z]{4}){5}\b/;

/** Types the whole practice and sends it; answers the receipt. */
export async function submitPractice(
  browser: Browser,
  definition: ModuleDefinition,
  answers: Answers,
): Promise<string> {
  expectPage(await browser.get(paths.before('en', definition.id)), 'before-you-start');
  const first = browser.page.links.find(({ href }) => href.includes('/practice/'));
  if (first === undefined) throw new RehearsalFailed('There is no way into the form');
  await browser.get(first.href);
  await fillForm(browser, definition, answers);
  const receipt = RECEIPT.exec(browser.page.text)?.[0];
  if (receipt === undefined) throw new RehearsalFailed('The receipt is not shown before sending');
  const form = browser.form(paths.send('en', definition.id));
  const names = new Set(form.controls.map(({ name }) => name));
  const typed = typedAnswers(definition, answers);
  const confirmations = definition.form.confirmations.map((id) => [id, typed[id] ?? ['yes']] as const);
  const checked = names.has('checked') ? [['checked', ['yes']] as const] : [];
  const page = await browser.submit(form, Object.fromEntries([...confirmations, ...checked]));
  expectPage(page, '/sent');
  return receipt;
}

/** Says yes to the page that is offered. */
export async function approvePage(browser: Browser, definition: ModuleDefinition): Promise<void> {
  expectPage(await browser.get(paths.myMove('en', definition.id, 'page')), '/my/page');
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'agreed'));
  if (form === undefined) throw new RehearsalFailed('There is no form to agree to the page');
  expectPage(await browser.submit(form, { agreed: 'yes' }), '/my');
}

/** Ends the embargo, where there is one; true when there was. */
export async function endEmbargo(browser: Browser, definition: ModuleDefinition): Promise<boolean> {
  const end = paths.myMove('en', definition.id, 'embargo');
  expectPage(await browser.get(paths.status('en', definition.id)), '/my');
  if (!hasForm(browser.page, end)) return false;
  expectPage(await browser.submit(end), '/my');
  return true;
}
