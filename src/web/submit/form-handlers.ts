import type { Request, Response } from 'express';
import { ownSubmission, submissionOfForm } from '../../db/queries/own-submission.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Answers, Field, FormPage } from '../../domain/module/form.ts';
import { readAnswers } from '../../domain/module/read-answers.ts';
import { problemsOnPage, validateAnswers, type AnswerProblem } from '../../domain/module/validate-answers.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { paths } from '../../paths.ts';
import { namedPageProblems } from '../../usecases/submission/named-page-problems.ts';
import { saveAnswers } from '../../usecases/submission/save-answers.ts';
import { startDraft } from '../../usecases/submission/start-draft.ts';
import { setCookie } from '../cookies.ts';
import { unreadableFields } from '../problems/unreadable-fields.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { showConflict } from './conflict-page.ts';
import { showFormPage } from './form-page.ts';
import { askedOn, pageAfter } from './form-way.ts';
import { bodyOf, caseMark, moduleOf, ownVisit, postedText, type OwnVisit } from './own-visit.ts';
import { showForgotten } from './receipt-handlers.ts';

/** Shows a page of the form. The first page of a new text makes a form id and writes nothing. */
export function getFormPage(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const formPage = pageOf(definition, req);
    if (formPage === undefined) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    const own = ownVisit(kit, req);
    const { lang } = visitOf(req);
    const fresh = own === undefined || req.query['beside'] === caseMark(kit, own);
    const common = { definition, formPage, problems: [], adding: textQuery(req, 'add') };
    if (!fresh && !isOpen(own)) res.redirect(303, paths.status(lang, definition.id));
    else if (!fresh) showFormPage(kit, req, res, { ...common, from: { own } });
    else if (formPage !== definition.form.pages[0]) res.redirect(303, paths.receipt(lang, definition.id));
    else showFormPage(kit, req, res, { ...common, from: { formId: kit.deps.random.token(16) } });
  };
}

/** Saves what was typed, valid or not, and goes where the pressed button leads. */
export function postFormPage(kit: WebKit): Handler {
  return async (req, res) => {
    const definition = moduleOf(kit, req);
    const formPage = pageOf(definition, req);
    if (formPage === undefined) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    const page: PostedPage = { definition, formPage, ...readPage(definition, formPage, req) };
    if (postedText(req, 'form_id') !== '') await startFrom(kit, req, res, page);
    else await saveTo(kit, req, res, page);
  };
}

interface PostedPage {
  readonly definition: ModuleDefinition;
  readonly formPage: FormPage;
  readonly fields: readonly Field[];
  readonly typed: Answers;
}

/**
 * What the page asked is read, for an empty list and a tick that is not set are not posted at all; and whatever of the
 * page was posted besides.
 */
function readPage(
  definition: ModuleDefinition,
  formPage: FormPage,
  req: Request,
): Pick<PostedPage, 'fields' | 'typed'> {
  const asked = postedText(req, 'asked').split(' ');
  const body = bodyOf(req);
  const posted = new Set(Object.keys(body).map((name) => name.split('.')[0]));
  const fields = fieldsOf(definition, formPage.fields).filter(({ id }) => asked.includes(id) || posted.has(id));
  return { fields, typed: readAnswers(fields, body) };
}

async function startFrom(kit: WebKit, req: Request, res: Response, page: PostedPage): Promise<void> {
  const { lang } = visitOf(req);
  const { random, site, write } = kit.deps;
  const formId = postedText(req, 'form_id');
  if (!/^[\w-]{16,64}$/.test(formId)) {
    kit.refuse(req, res, { kind: 'not_found' });
    return;
  }
  const token = random.token(24);
  const seen = postedText(req, 'seen') || undefined;
  const started = await write((unit) => startDraft(unit, { ...page, formId, token, seen, interfaceLanguage: lang }));
  if (started.ok) {
    setCookie(res, site, 'draft', token);
    afterSaving(kit, req, res, page, { ...started.value, token });
  } else {
    refuseSave(kit, req, res, page, { refusal: started.refusal, formId });
  }
}

async function saveTo(kit: WebKit, req: Request, res: Response, page: PostedPage): Promise<void> {
  const own = ownVisit(kit, req);
  if (own === undefined) {
    showForgotten(kit, req, res);
    return;
  }
  const { receipt, token, actor } = own;
  const submissionId = own.submission.id;
  const what = { ...page, seen: postedText(req, 'seen'), interfaceLanguage: visitOf(req).lang };
  const saved = await kit.deps.write((unit) => saveAnswers(unit, actor, { ...what, submissionId, receipt, token }));
  if (saved.ok) afterSaving(kit, req, res, page, { submissionId, receipt, token });
  else refuseSave(kit, req, res, page, { refusal: saved.refusal });
}

/** Everything is saved by now; a page with mistakes is shown again once, and going on is allowed all the same. */
function afterSaving(
  kit: WebKit,
  req: Request,
  res: Response,
  page: PostedPage,
  browser: { submissionId: SubmissionId; receipt: string; token: string },
): void {
  const { definition, formPage, fields } = page;
  const { lang } = visitOf(req);
  const own = ownOf(kit, browser);
  const unreadable = unreadableOn(req, fields);
  if (unreadable.length > 0) {
    showFormPage(kit, req, res, { definition, formPage, from: { own }, problems: unreadable, adding: undefined });
    return;
  }
  const add = postedText(req, 'add');
  const here = paths.formPage(lang, definition.id, formPage.id);
  if (add !== '') {
    res.redirect(303, `${here}?add=${encodeURIComponent(add)}#${encodeURIComponent(add)}`);
    return;
  }
  const go = postedText(req, 'go') || 'next';
  if (go === 'later') {
    res.redirect(303, paths.kept(lang, definition.id));
    return;
  }
  const now = kit.deps.clock.now().toISOString();
  const found = [
    ...validateAnswers(definition, own.answers, 'draft_page', now),
    ...namedPageProblems({ tx: kit.deps.db }, definition, own.answers),
  ];
  const problems = go === 'next' ? problemsOnPage(found, formPage) : [];
  if (problems.length > 0) {
    showFormPage(kit, req, res, { definition, formPage, from: { own }, problems, adding: undefined });
    return;
  }
  const asksMore = askedOn(definition, formPage, own.answers).some(
    ({ id }) => !fields.some((field) => field.id === id),
  );
  const next = asksMore ? formPage : pageAfter(definition, formPage, own.answers);
  const onward = next === undefined || go === 'check' ? paths.check(lang, definition.id) : undefined;
  res.redirect(303, onward ?? paths.formPage(lang, definition.id, (next ?? formPage).id));
}

/** What could not be read is told whichever button was pressed; the text as it is shown may be sent on. */
const unreadableOn = (req: Request, fields: readonly Field[]): AnswerProblem[] =>
  unreadableFields(req)
    .filter((name) => fields.some(({ id }) => id === name.split('.')[0]))
    .map((field) => ({ field, problem: 'unreadable' }));

function refuseSave(
  kit: WebKit,
  req: Request,
  res: Response,
  page: PostedPage,
  { refusal, formId }: { refusal: Refusal; formId?: string },
): void {
  const own = formId === undefined ? ownVisit(kit, req) : ownOfForm(kit, formId);
  const kind = refusal.kind === 'changed_meanwhile' ? 'tab' : refusal.kind === 'sent_differently' ? 'sent' : undefined;
  if (kind === undefined || own === undefined) kit.refuse(req, res, refusal);
  else showConflict(kit, req, res, { ...page, kind, formId, of: caseMark(kit, own), stored: own.answers });
}

function ownOf(kit: WebKit, browser: { submissionId: SubmissionId; receipt: string; token: string }): OwnVisit {
  const own = ownSubmission(kit.deps.db, browser.submissionId);
  if (own === undefined) throw new Error('A draft that was just saved is not there');
  const { submissionId, receipt, token } = browser;
  return { ...own, actor: { kind: 'submitter', submissionId }, receipt, token };
}

const ownOfForm = (kit: WebKit, formId: string) => submissionOfForm(kit.deps.db, kit.deps.keys.hash('form', formId));

const pageOf = (definition: ModuleDefinition, req: Request): FormPage | undefined =>
  definition.form.pages.find(({ id }) => id === req.params['page']);

/** Only an unsent text, and one that changes were asked for, can be written in. */
const isOpen = ({ shown }: OwnVisit): boolean => shown === 'draft' || shown === 'revision';

function textQuery(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}
