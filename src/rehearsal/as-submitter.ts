import type { ModuleId } from '../domain/ids.ts';
import { paths } from '../paths.ts';
import type { Browser } from './browser-client.ts';
import { expectPage, RehearsalFailed } from './stage-hands.ts';
import { formValues, typedInto, typePractice, type PracticeAnswers } from './type-practice.ts';

/** Six groups of four, as the page shows them. */
const RECEIPT = /\b[0-9A-Z]{4}(?:[-\s][0-9A-Z]{4}){5}\b/;

/** Types the whole practice and sends it; answers the receipt. */
export async function submitPractice(browser: Browser, module: ModuleId, answers: PracticeAnswers): Promise<string> {
  expectPage(await browser.get(paths.before('en', module)), 'before-you-start');
  const first = browser.page.links.find(({ href }) => href.includes('/practice/'));
  if (first === undefined) throw new RehearsalFailed('There is no way into the form');
  await browser.get(first.href);
  const check = expectPage(await typePractice(browser, answers), paths.check('en', module));
  const receipt = RECEIPT.exec(check.text)?.[0];
  if (receipt === undefined) throw new RehearsalFailed('The receipt is not shown before sending');
  const form = browser.form(paths.send('en', module));
  const ticks = form.controls.filter(({ kind }) => kind === 'checkbox').map(({ name }) => [name, ['yes']] as const);
  const typed = { ...Object.fromEntries(ticks), ...typedInto(form, formValues(answers)) };
  expectPage(await browser.submit(form, typed), '/sent');
  return receipt;
}

/** Says yes to the page that is offered. */
export async function approvePage(browser: Browser, module: ModuleId): Promise<void> {
  expectPage(await browser.get(paths.myMove('en', module, 'page')), '/my/page');
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'agreed'));
  if (form === undefined) throw new RehearsalFailed('There is no form to agree to the page');
  expectPage(await browser.submit(form, { agreed: 'yes' }), '/my');
}

/** Ends the embargo, where there is one; true when there was. */
export async function endEmbargo(browser: Browser, module: ModuleId): Promise<boolean> {
  const end = paths.myMove('en', module, 'embargo');
  expectPage(await browser.get(paths.status('en', module)), '/my');
  if (!browser.page.links.some(({ href }) => href === end)) return false;
  expectPage(await browser.get(end), '/my/embargo');
  expectPage(await browser.submit(end), '/my');
  return true;
}
