import assert from 'node:assert/strict';
import { CASE, TEXT, type Ground } from './bad-input.ts';
import type { Page } from './browser.ts';

const LETTER = `${TEXT}, and fifty characters are needed so that this may be a reason to reject.`;

/** A curator who is one press before a rejection, and what happens in that moment. */
export async function lateDecision({ curator, desk }: Ground, meanwhile: () => Promise<unknown>): Promise<Page> {
  const browser = await curator();
  await browser.get(`${CASE}/decision?outcome=reject`);
  const overriding = 'The first round has not been waited for because the case is about something else.';
  const typed = { letter: LETTER, category: 'scope', departure_reason: overriding, override_reason: overriding };
  const names = browser.form('/decision').controls.map(({ name }) => name);
  const known = Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
  await browser.submit('/decision', known, { button: 'preview' });
  await meanwhile();
  const answer = await browser.submit('/decision', {}, { button: 'confirm' });
  assert.equal(desk.submission().state, 'in_review');
  return answer;
}
