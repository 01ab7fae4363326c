import type { ModuleId } from '../domain/ids.ts';
import { isInterfaceLanguage, type InterfaceLanguage } from '../i18n/languages.ts';
import { paths } from '../paths.ts';
import type { Browser } from './browser-client.ts';
import { expectPage, RehearsalFailed } from './stage-hands.ts';
import { formValues, typedInto, typePractice, type PracticeAnswers } from './type-practice.ts';

/** Six groups of four, as the page shows them. */
const RECEIPT = /\b[0-9A-Z]{4}(?:[-\s][0-9A-Z]{4}){5}\b/;

/** Where a submitter is at work, in the language that they read. */
export interface Desk {
  readonly lang: InterfaceLanguage;
  readonly module: ModuleId;
}

/** The language in which somebody who writes in this one reads the pages. */
export const readerOf = ({ language }: PracticeAnswers): InterfaceLanguage =>
  typeof language === 'string' && isInterfaceLanguage(language) ? language : 'en';

/** Types the whole practice and sends it; answers the receipt. */
export async function submitPractice(
  browser: Browser,
  { lang, module }: Desk,
  answers: PracticeAnswers,
): Promise<string> {
  expectPage(await browser.get(paths.before(lang, module)), 'before-you-start');
  const first = browser.page.links.find(({ href }) => href.includes('/practice/'));
  if (first === undefined) throw new RehearsalFailed('There is no way into the form');
  await browser.get(first.href);
  const check = expectPage(await typePractice(browser, answers), paths.check(lang, module));
  const receipt = RECEIPT.exec(check.text)?.[0];
  if (receipt === undefined) throw new RehearsalFailed('The receipt is not shown before sending');
  const form = browser.form(paths.send(lang, module));
  const ticks = form.controls.filter(({ kind }) => kind === 'checkbox').map(({ name }) => [name, ['yes']] as const);
  const typed = { ...Object.fromEntries(ticks), ...typedInto(form, formValues(answers)) };
  expectPage(await browser.submit(form, typed), '/sent');
  return receipt;
}

/** Says yes to the page that is offered. */
export async function approvePage(browser: Browser, { lang, module }: Desk): Promise<void> {
  expectPage(await browser.get(paths.myMove(lang, module, 'page')), '/my/page');
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'agreed'));
  if (form === undefined) throw new RehearsalFailed('There is no form to agree to the page');
  expectPage(await browser.submit(form, { agreed: 'yes' }), '/my');
}

/** Ends the embargo, where there is one; true when there was. */
export async function endEmbargo(browser: Browser, { lang, module }: Desk): Promise<boolean> {
  const end = paths.myMove(lang, module, 'embargo');
  expectPage(await browser.get(paths.status(lang, module)), '/my');
  if (!browser.page.links.some(({ href }) => href === end)) return false;
  expectPage(await browser.get(end), '/my/embargo');
  expectPage(await browser.submit(end), '/my');
  return true;
}
