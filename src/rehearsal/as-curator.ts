import type { Browser, Page } from './browser-client.ts';
import type { Typed } from './filled-form.ts';
import type { PageForm } from './page-forms.ts';
import type { PublicId } from '../domain/ids.ts';
import { paths } from '../paths.ts';
import { expectPage, hasForm, RehearsalFailed } from './stage-hands.ts';

/** A case as staff reach it. */
export interface CaseAddress {
  readonly module: string;
  readonly publicId: PublicId;
}

const MOST_LOOKS = 10;

export const part = ({ module, publicId }: CaseAddress, name: string): string =>
  paths.casePart('en', module, publicId, name);

/** Reads the case for names and passes its gates as the answers pre-fill them. */
export async function screenCase(browser: Browser, at: CaseAddress): Promise<void> {
  expectPage(await browser.get(part(at, 'screening')), '/screening');
  expectPage(await browser.submit(part(at, 'screening'), { read_for_names: 'yes' }), '/reviewers');
}

/** Opens the round with the best two who have no conflict. */
export async function chooseReviewers(browser: Browser, at: CaseAddress): Promise<void> {
  expectPage(await browser.get(part(at, 'reviewers')), '/reviewers');
  const form = browser.form(part(at, 'reviewers'));
  const chosen = freeReviewers(form).slice(0, 2);
  if (chosen.length < 2) throw new RehearsalFailed('There are not two reviewers without a conflict');
  // Of many reviewers one can be looked for by name; that button stands first and has a name.
  const button = form.buttons.find(({ name }) => name === undefined);
  if (button === undefined) throw new RehearsalFailed('The round cannot be opened');
  expectPage(await browser.submit(form, { reviewer: chosen }, { button }), publicPart(at));
}

/** Those whose conflict need not be explained away. */
function freeReviewers(form: PageForm): string[] {
  const names = new Set(form.controls.map(({ name }) => name));
  return form.controls
    .filter(({ name, kind }) => name === 'reviewer' && kind === 'checkbox')
    .map(({ value }) => value)
    .filter((id) => !names.has(`reason.${id}`));
}

const publicPart = ({ publicId }: CaseAddress): string => publicId;

/** Lifts the hold, as the safety person. */
export async function liftHold(browser: Browser, at: CaseAddress, reason: string): Promise<void> {
  expectPage(await browser.get(part(at, 'hold')), '/hold');
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'reason'));
  if (form === undefined) throw new RehearsalFailed('There is no form to lift the hold');
  expectPage(await browser.submit(form, { reason }), publicPart(at));
}

/** Records an acceptance through its preview; true when another curator has to agree first. */
export async function acceptCase(browser: Browser, at: CaseAddress, letter: string): Promise<boolean> {
  expectPage(await browser.get(`${part(at, 'decision')}?outcome=accept`), '/decision');
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'letter'));
  if (form === undefined) throw new RehearsalFailed('There is no form for the decision');
  const preview = await browser.submit(form, { ...chosen(form), letter }, { button: 'act=preview' });
  const confirm = preview.forms.find(({ buttons }) => buttons.some(({ value }) => value === 'confirm'));
  if (confirm === undefined) throw new RehearsalFailed(`There is no preview: ${preview.text.slice(0, 600)}`);
  const decided = expectPage(await browser.submit(confirm, {}, { button: 'act=confirm' }), '/decision');
  return decided.path.includes('decision_waits');
}

/** Merit, and the evidence that the answers suggest where nothing is chosen yet. */
function chosen(form: PageForm): Typed {
  const open = (name: string): boolean => {
    const offered = form.controls.filter((control) => control.name === name && control.kind === 'radio');
    return offered.length > 0 && offered.every((control) => !control.chosen);
  };
  return { ...(open('category') ? { category: 'merit' } : {}), ...(open('evidence') ? { evidence: 'E2' } : {}) };
}

/** Another curator agrees. */
export const agree = (browser: Browser, at: CaseAddress): Promise<void> => press(browser, at, 'decision', '/second');

export const sendNow = (browser: Browser, at: CaseAddress): Promise<void> =>
  press(browser, at, 'decision', '/send-now');

export const offerPage = (browser: Browser, at: CaseAddress): Promise<void> => press(browser, at, 'page', '/page');

/** Looks until the change stands in the repository, merges it, and looks until that is done. */
export async function mergeChange(browser: Browser, at: CaseAddress): Promise<void> {
  await lookUntil(browser, at, (page) => hasForm(page, '/merge'));
  await press(browser, at, 'publication', '/merge');
  // A forge at the end of a long line may need more time than a page waits.
  await lookUntil(browser, at, (page) => !hasForm(page, '/look'));
}

async function lookUntil(browser: Browser, at: CaseAddress, isSo: (page: Page) => boolean): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (isSo(expectPage(await browser.get(part(at, 'publication')), '/publication'))) return;
    await press(browser, at, 'publication', '/look');
  }
}

/** Opens a part of the case and presses the button of the form that ends so. */
async function press(browser: Browser, at: CaseAddress, name: string, end: string): Promise<void> {
  const page = expectPage(await browser.get(part(at, name)), `/${name}`);
  const form = page.forms.find(({ action }) => action.endsWith(end));
  if (form === undefined) throw new RehearsalFailed(`${page.path} has no ${end}: ${page.text.slice(0, 600)}`);
  expectPage(await browser.submit(form), publicPart(at));
}
