import { h } from 'preact';
import type { Request, Response } from 'express';
import type { FieldView } from '../../../views/components/field-view.ts';
import { CheckPage, type CheckPageModel, type FoundPlace, type Missing } from '../../../views/submit/check-page.tsx';
import { openRequests } from '../../db/queries/open-requests.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Answers } from '../../domain/module/form.ts';
import { validateAnswers, type AnswerProblem } from '../../domain/module/validate-answers.ts';
import { paths } from '../../paths.ts';
import { namedPageProblems } from '../../usecases/submission/named-page-problems.ts';
import { withoutTicks } from '../../usecases/submission/ready-to-send.ts';
import { phraseOf } from '../chrome.ts';
import { answerViewOf } from '../form-fields/answer-view-of.ts';
import { nameText, type FormWords } from '../form-fields/field-texts.ts';
import { fieldViewOf } from '../form-fields/field-view-of.ts';
import { problemItem, problemText } from '../form-fields/problem-text.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { foundPlaces, receiptPlaces } from './found-places.ts';
import { askedOn, askedPages, pageOfField, pageToGoOn } from './form-way.ts';
import { ownForm, shownReceipt, type OwnVisit } from './own-visit.ts';

/** What was ticked and chosen when sending was refused; nothing when the page is opened. */
export interface CheckInput {
  readonly definition: ModuleDefinition;
  readonly own: OwnVisit;
  readonly sent?: { readonly confirmations: Answers; readonly checked: boolean } | undefined;
}

/** Shows everything before it leaves: 200 when it is opened, 422 when it could not be sent. */
export function showCheck(kit: WebKit, req: Request, res: Response, input: CheckInput): void {
  const { t } = visitOf(req);
  kit.page(
    res,
    input.sent === undefined ? 200 : 422,
    h(CheckPage, { t, model: new CheckModel(kit, req, input).model() }),
  );
}

/** Gathers what the check page shows; each part asks the definition, the answers and what was posted. */
class CheckModel {
  readonly #kit: WebKit;
  readonly #req: Request;
  readonly #input: CheckInput;
  readonly #words: FormWords;
  readonly #answers: Answers;
  readonly #lang: string;

  constructor(kit: WebKit, req: Request, input: CheckInput) {
    const { t, lang } = visitOf(req);
    this.#kit = kit;
    this.#req = req;
    this.#input = input;
    this.#lang = lang;
    this.#words = { definition: input.definition, t };
    this.#answers = { ...withoutTicks(input.definition, input.own.answers), ...input.sent?.confirmations };
  }

  model(): CheckPageModel {
    const { definition, own } = this.#input;
    const problems = this.#problems('send');
    const onPage = this.#input.sent === undefined ? [] : problems.filter((problem) => this.#isConfirmation(problem));
    const looked = {
      words: this.#words,
      answers: this.#answers,
      own,
      hrefOf: (field: string) => this.#hrefOf(field),
    };
    const places = foundPlaces(looked);
    const checked = this.#checked(places);
    return {
      page: this.#kit.chrome(this.#req, {
        module: definition,
        quickExit: true,
        problems: [
          ...onPage.map((problem) => problemItem(this.#words, problem)),
          ...(checked?.error === undefined ? [] : [{ field: 'checked', message: checked.error }]),
        ],
      }),
      kind: own.shown === 'revision' ? 'revision' : 'draft',
      receipt: shownReceipt(own.receipt),
      missing: [...this.#openRequests(), ...this.#links(problems.filter((problem) => !this.#isConfirmation(problem)))],
      later: this.#links(this.#problems('review').filter(({ field }) => !problems.some((one) => one.field === field))),
      sections: this.#sections(),
      places,
      receiptPlaces: receiptPlaces(looked),
      form: { action: paths.send(this.#lang, definition.id), ...ownForm(this.#kit, this.#req, own) },
      confirmations: this.#confirmations(onPage),
      checked,
      back: this.#backHref(),
    };
  }

  #problems(stage: 'send' | 'review'): AnswerProblem[] {
    const now = this.#kit.deps.clock.now().toISOString();
    const { definition } = this.#input;
    const unknown = namedPageProblems({ tx: this.#kit.deps.db }, definition, this.#answers);
    return [...validateAnswers(definition, this.#answers, stage, now), ...unknown];
  }

  #isConfirmation({ field }: AnswerProblem): boolean {
    return this.#input.definition.form.confirmations.includes(field);
  }

  #links(problems: readonly AnswerProblem[]): Missing[] {
    return problems.map((problem) => ({
      message: this.#words.t('submit.problem_in', {
        field: nameText(this.#words, problem.field),
        problem: problemText(this.#words.t, problem),
      }),
      href: this.#hrefOf(problem.field),
    }));
  }

  /** The field on its page of the form; a confirmation is on this one. */
  #hrefOf(name: string): string {
    const { definition } = this.#input;
    const page = pageOfField(definition, name);
    const place = `#${encodeURIComponent(name)}`;
    return page === undefined ? place : `${paths.formPage(this.#lang, definition.id, page.id)}${place}`;
  }

  #sections(): CheckPageModel['sections'] {
    const { definition } = this.#input;
    return askedPages(definition, this.#answers).map((page) => ({
      title: phraseOf(definition, this.#lang, `form_pages.${page.id}`),
      rows: askedOn(definition, page, this.#answers).map((field) => ({
        label: phraseOf(definition, this.#lang, `fields.${field.id}.label`),
        answer: answerViewOf(this.#words, field, this.#answers),
        change: this.#hrefOf(field.id),
      })),
    }));
  }

  #checked(places: readonly FoundPlace[]): FieldView | undefined {
    if (places.length === 0) return undefined;
    const { t } = this.#words;
    const { sent } = this.#input;
    return {
      kind: 'attest',
      id: 'checked',
      name: 'checked',
      label: t('submit.found_checked'),
      mark: 'required',
      chosen: sent?.checked === true,
      error: sent?.checked === false ? t('submit.found_unchecked') : undefined,
    };
  }

  /** Ticks are given anew for every text that is sent; the licence once chosen stays. */
  #confirmations(problems: readonly AnswerProblem[]): FieldView[] {
    const { definition } = this.#input;
    return fieldsOf(definition, definition.form.confirmations).map((field) =>
      fieldViewOf(this.#words, field, { answers: this.#answers, problems }),
    );
  }

  #openRequests(): Missing[] {
    const { own, definition } = this.#input;
    if (own.shown !== 'revision') return [];
    const open = openRequests(this.#kit.deps.db, own.submission).some(
      ({ level, answerKind, answerText }) =>
        level === 'must' && (answerKind === null || (answerKind === 'not_possible' && (answerText ?? '') === '')),
    );
    const href = paths.myMove(this.#lang, definition.id, 'revision');
    return open ? [{ message: this.#words.t('submit.missing_requests'), href }] : [];
  }

  #backHref(): string {
    const { definition, own } = this.#input;
    if (own.shown === 'revision') return paths.myMove(this.#lang, definition.id, 'revision');
    const page = pageToGoOn(definition, own.answers, this.#kit.deps.clock.now().toISOString());
    return paths.formPage(this.#lang, definition.id, page?.id ?? '');
  }
}
