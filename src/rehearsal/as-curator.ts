import type { Browser } from './browser-client.ts';
import type { PageForm } from './page-forms.ts';
import type { PublicId } from '../domain/ids.ts';
import { paths } from '../paths.ts';
import { expectPage, RehearsalFailed } from './stage-hands.ts';

/** A case as staff reach it. */
export interface CaseAddress {
  readonly module: string;
  readonly publicId: PublicId;
}

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
  expectPage(await browser.submit(form, { reviewer: chosen }), publicPart(at));
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
