import type { Browser, Page } from '../adapters/rehearsal/browser-client.ts';
import type { PageForm } from '../adapters/rehearsal/page-forms.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Answers } from '../domain/module/form.ts';
import { flattenAnswers } from '../domain/module/read-answers.ts';
import { paths } from '../paths.ts';
import { expectPage, RehearsalFailed } from './stage-hands.ts';

type Typed = Readonly<Record<string, readonly string[]>>;

const MOST_PAGES = 80;

/** What a person would type, by the names that the forms have. */
export function typedAnswers(definition: ModuleDefinition, answers: Answers): Typed {
  const typed: Record<string, string[]> = {};
  for (const field of definition.form.fields) {
    const value = answers[field.id];
    if (value === undefined) continue;
    for (const [name, text] of flattenAnswers(field, value)) typed[name] = [...(typed[name] ?? []), text];
  }
  return typed;
}

/** Goes through the form page by page until it can be checked; answers how many pages were saved. */
export async function fillForm(browser: Browser, definition: ModuleDefinition, answers: Answers): Promise<number> {
  const typed = typedAnswers(definition, answers);
  const check = paths.check('en', definition.id);
  for (let saved = 0; saved < MOST_PAGES; saved += 1) {
    const { page } = browser;
    if (page.path === check) return saved;
    expectPage(page, '/practice/');
    expectPage(await savePage(browser, page, typed), definition.id);
  }
  throw new RehearsalFailed('The form never comes to its end');
}

function savePage(browser: Browser, page: Page, typed: Typed): Promise<Page> {
  const form = page.forms.find(({ buttons }) => buttons.some(({ name }) => name === 'go'));
  if (form === undefined) throw new RehearsalFailed(`There is no form on ${page.path}`);
  const here = onThisPage(form, typed);
  const missing = entryToAdd(form, typed);
  return browser.submit(form, here, { button: missing === undefined ? 'go=next' : `add=${missing}` });
}

const onThisPage = (form: PageForm, typed: Typed): Typed => {
  const names = new Set(form.controls.map(({ name }) => name));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
};

/** A list of the page that has fewer entries than there is to tell. */
function entryToAdd(form: PageForm, typed: Typed): string | undefined {
  const lists = form.buttons.filter(({ name }) => name === 'add').map(({ value }) => value);
  const names = new Set(form.controls.map(({ name }) => name));
  return lists.find((list) =>
    Object.keys(typed).some((name) => {
      const [field = '', entry = '', part = ''] = name.split('.');
      const known = names.has(`${list}.0.${part}`);
      return field === list && known && !names.has(`${list}.${entry}.${part}`);
    }),
  );
}
