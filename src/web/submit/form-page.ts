import { h } from 'preact';
import type { Request, Response } from 'express';
import { FormPage as FormPageView, type FormPageModel, type PageLink } from '../../../views/submit/form-page.tsx';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers, Field, FormPage } from '../../domain/module/form.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import {
  mustAnswer,
  problemsOnPage,
  validateAnswers,
  type AnswerProblem,
} from '../../domain/module/validate-answers.ts';
import { paths } from '../../paths.ts';
import { namedPageProblems } from '../../usecases/submission/named-page-problems.ts';
import { answersMark } from '../../usecases/submission/answers-mark.ts';
import { phraseOf } from '../chrome.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { fieldViewOf } from '../form-fields/field-view-of.ts';
import { problemItem } from '../form-fields/problem-text.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { formWay } from './form-way.ts';
import { publishedBeside, publishedChoices } from './published-beside.ts';
import { requestsOnPage } from './requests-on-page.ts';
import { caseMark, shownReceipt, type OwnVisit } from './own-visit.ts';

export interface FormPageInput {
  readonly definition: ModuleDefinition;
  readonly formPage: FormPage;
  /** The draft; before the first page is saved there is only the form's id. */
  readonly from: { readonly own: OwnVisit } | { readonly formId: string };
  readonly problems: readonly AnswerProblem[];
  readonly adding: string | undefined;
}

/** Shows one page of the form with what is saved. */
export function showFormPage(kit: WebKit, req: Request, res: Response, input: FormPageInput): void {
  const { t } = visitOf(req);
  const status = input.problems.length > 0 ? 422 : 200;
  kit.page(res, status, h(FormPageView, { t, model: modelOf(kit, req, input) }));
}

function modelOf(kit: WebKit, req: Request, input: FormPageInput): FormPageModel {
  const { definition, formPage, problems } = input;
  const { lang, t, csrf } = visitOf(req);
  const words: FormWords = { definition, t };
  const answers = 'own' in input.from ? input.from.own.answers : {};
  const way = formWay(definition, answers);
  const fields = way.get(formPage) ?? [];
  const names = fields.some(({ id }) => id === knownFields.updates);
  const published = names ? publishedChoices(kit, definition) : undefined;
  return {
    page: kit.chrome(req, {
      module: definition,
      quickExit: true,
      problems: problems.map((problem) => problemItem(words, problem)),
    }),
    action: paths.formPage(lang, definition.id, formPage.id),
    csrf,
    hidden: hiddenOf(kit, input, fields, answers),
    title: phraseOf(definition, lang, `form_pages.${formPage.id}`),
    step: Math.max(1, [...way.keys()].indexOf(formPage) + 1),
    of: way.size,
    fields: fields.map((field) => fieldViewOf(words, field, { answers, problems, adding: input.adding, published })),
    published: publishedBeside(kit, definition, answers),
    receipt: shownReceipt('own' in input.from ? input.from.own.receipt : kit.deps.keys.receiptFor(input.from.formId)),
    pages: 'own' in input.from ? pageLinks(kit, lang, input, { answers, way }) : [],
    mistaken: problems.length > 0,
    requests: 'own' in input.from ? requestsOnPage(kit, input.from.own, formPage) : [],
  };
}

/** What the page must say about itself when it is saved. */
function hiddenOf(
  kit: WebKit,
  { from }: FormPageInput,
  fields: readonly Field[],
  answers: Answers,
): Record<string, string> {
  const asked = fields.map(({ id }) => id).join(' ');
  if ('formId' in from) return { form_id: from.formId, asked };
  return { of: caseMark(kit, from.own), seen: answersMark(kit.deps.keys, fields, answers), asked };
}

/** What was answered so far, and what the pages ask of somebody who answers so. */
interface OnTheWay {
  readonly answers: Answers;
  readonly way: ReadonlyMap<FormPage, readonly Field[]>;
}

function pageLinks(kit: WebKit, lang: string, input: FormPageInput, { answers, way }: OnTheWay): PageLink[] {
  const { definition } = input;
  const problems = [
    ...validateAnswers(definition, answers, 'send', kit.deps.clock.now().toISOString()),
    ...namedPageProblems({ tx: kit.deps.db }, definition, answers),
  ];
  return [...way].map(([page, asked]) => ({
    title: phraseOf(definition, lang, `form_pages.${page.id}`),
    href: paths.formPage(lang, definition.id, page.id),
    current: page === input.formPage,
    mark: problemsOnPage(problems, page).length > 0 ? 'needed' : markOf(asked, answers),
  }));
}

const markOf = (asked: readonly Field[], answers: Answers): PageLink['mark'] =>
  asked.some((field) => mustAnswer(field, 'send', answers)) ? 'done' : 'wait';
