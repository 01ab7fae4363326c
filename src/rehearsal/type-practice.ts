import type { Browser, Page } from './browser-client.ts';
import { FormUnfit, type Typed } from './filled-form.ts';
import type { PageForm } from './page-forms.ts';

/** A practice as JSON: answers by field, as `{ "id", "language", "answers" }` files hold them. */
export type PracticeAnswers = Readonly<Record<string, unknown>>;

/**
 * The names and values with which a form of ours holds these answers: `outcomes.0.before`, `risk_people.staff.level`.
 * A list of words is several choices of one name.
 */
export function formValues(answers: PracticeAnswers): Map<string, string[]> {
  const values = new Map<string, string[]>();
  const put = (name: string, value: unknown): void => {
    if (typeof value === 'boolean') values.set(name, [value ? 'yes' : 'no']);
    else if (typeof value === 'string' || typeof value === 'number') values.set(name, [String(value)]);
    else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) values.set(name, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) put(`${name}.${key}`, inner);
  };
  for (const [field, value] of Object.entries(answers)) put(field, value);
  return values;
}

/** What of the practice this form asks, as a person would type it; what it asks beyond stays as it is. */
export function typedInto(form: PageForm, values: ReadonlyMap<string, readonly string[]>): Typed {
  const asked = new Set(form.controls.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name));
  const typed: Record<string, readonly string[]> = {};
  for (const [name, value] of values) if (asked.has(name)) typed[name] = isUnticked(form, name, value) ? [] : value;
  return typed;
}

/** A tick box has no "no". */
const isUnticked = (form: PageForm, name: string, [value]: readonly string[]): boolean =>
  value === 'no' && form.controls.filter((control) => control.name === name).every(({ kind }) => kind === 'checkbox');

/** The list of entries that has no room yet for everything there is to type. */
function listToGrow(form: PageForm, values: ReadonlyMap<string, readonly string[]>): string | undefined {
  const asked = new Set(form.controls.map(({ name }) => name));
  const lists = form.buttons.filter(({ name }) => name === 'add').map(({ value }) => value);
  return lists.find((list) => [...values.keys()].some((name) => name.startsWith(`${list}.`) && !asked.has(name)));
}

/** More pages than any form has, going round in a circle included. */
const MOST_PAGES = 100;

/** Types a practice page by page from the one that is open, pressing "save and continue", up to the check page. */
export async function typePractice(browser: Browser, answers: PracticeAnswers): Promise<Page> {
  const values = formValues(answers);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const at = browser.page;
    if (!at.path.includes('/practice/')) return at;
    const form = browser.form(at.path.split('?')[0] ?? '');
    const grows = listToGrow(form, values);
    const button = grows === undefined ? 'go=next' : `add=${grows}`;
    const next = await browser.submit(form, typedInto(form, values), { button });
    if (next.status !== 200)
      throw new FormUnfit(`${at.path} answered ${String(next.status)}: ${next.text.slice(0, 600)}`);
  }
  throw new FormUnfit('The form does not come to an end');
}
