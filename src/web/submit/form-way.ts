import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Answers, Field, FormPage } from '../../domain/module/form.ts';
import { withUsualKind } from '../../domain/module/usual-kind.ts';
import { problemsOnPage, validateAnswers } from '../../domain/module/validate-answers.ts';
import { askedFields } from '../form-fields/field-view-of.ts';

/** The way through the form for these answers: the pages that ask anything, in order, and what each asks. */
export function formWay(definition: ModuleDefinition, answers: Answers): ReadonlyMap<FormPage, readonly Field[]> {
  const usual = withUsualKind(definition, answers);
  const pages = definition.form.pages.map(
    (page) => [page, askedFields(fieldsOf(definition, page.fields), usual)] as const,
  );
  return new Map(pages.filter(([, asked]) => asked.length > 0));
}

export const askedPages = (definition: ModuleDefinition, answers: Answers): FormPage[] => [
  ...formWay(definition, answers).keys(),
];

/** The fields that a page asks of somebody with these answers. */
export const askedOn = (definition: ModuleDefinition, page: FormPage, answers: Answers): Field[] =>
  askedFields(fieldsOf(definition, page.fields), withUsualKind(definition, answers));

/** The page after this one; none after the last. */
export function pageAfter(definition: ModuleDefinition, page: FormPage, answers: Answers): FormPage | undefined {
  const rest = definition.form.pages.slice(definition.form.pages.indexOf(page) + 1);
  return rest.find((next) => askedOn(definition, next, answers).length > 0);
}

/** Where somebody who comes back goes on: the first page that still misses something needed to send, else the first. */
export function pageToGoOn(definition: ModuleDefinition, answers: Answers, now: string): FormPage | undefined {
  const problems = validateAnswers(definition, answers, 'send', now);
  const pages = askedPages(definition, answers);
  return pages.find((page) => problemsOnPage(problems, page).length > 0) ?? pages[0];
}

/** The page on which a field stands; a confirmation stands on none. */
export function pageOfField(definition: ModuleDefinition, name: string): FormPage | undefined {
  const [id = ''] = name.split('.');
  return definition.form.pages.find(({ fields }) => fields.includes(id));
}
