import { h } from 'preact';
import { ApprovalPage, type ApprovalPageModel } from '../../../views/status/approval-page.tsx';
import { submissionStatus, type SubmissionStatus } from '../../db/queries/submission-status.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Answers } from '../../domain/module/form.ts';
import { attributionFields } from '../../domain/module/known-fields.ts';
import { readAnswers } from '../../domain/module/read-answers.ts';
import type { AnswerProblem } from '../../domain/module/validate-answers.ts';
import type { Guard, Refusal } from '../../domain/refusals.ts';
import { directionOf } from '../../i18n/languages.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { printedName } from './printed-name.ts';
import { paths } from '../../paths.ts';
import { approvePage } from '../../usecases/submission/approve-page.ts';
import { askPageChange } from '../../usecases/submission/ask-page-change.ts';
import { changeAttribution } from '../../usecases/submission/change-attribution.ts';
import { fieldViewOf } from '../form-fields/field-view-of.ts';
import { renderMarkdown, splitPage } from '../markdown.ts';
import { bodyOf, ownForm, postedText } from '../submit/own-visit.ts';
import { visitOf } from '../visit.ts';
import { moveAndReturn, statusPath, type OwnRequest } from './with-own.ts';

/** What is wrong with an answer to the page, and what was typed. */
interface Mistakes {
  /** Another page stands there now than the one that was answered. */
  readonly changed?: true;
  readonly agreed?: MessageKey;
  readonly change?: MessageKey;
  readonly naming?: { readonly problems: readonly AnswerProblem[]; readonly typed: Answers };
}

/** The page as it will look; when none waits for an answer, back to the submitter's own page. */
export function getApproval(request: OwnRequest): void {
  show(request, {});
}

/** Yes, or a change. */
export function postApproval(request: OwnRequest): Promise<void> {
  const { req, own } = request;
  const page = readOffered(request);
  if (postedText(req, 'answer') === 'change') {
    return moveAndReturn(
      request,
      (unit) => askPageChange(unit, own.actor, { ...page, text: postedText(req, 'change') }),
      again(request, 'words_missing', { change: 'status.words_missing' }),
    );
  }
  return moveAndReturn(
    request,
    (unit) => approvePage(unit, own.actor, { ...page, agreed: postedText(req, 'agreed') === 'yes' }),
    again(request, 'agreement_missing', { agreed: 'status.approve_missing' }),
  );
}

/** Name me otherwise. */
export function postAttribution(request: OwnRequest): Promise<void> {
  const { req, own, definition } = request;
  const typed = readAnswers(fieldsOf(definition, attributionFields), bodyOf(req));
  return moveAndReturn(
    request,
    (unit) => changeAttribution(unit, own.actor, { ...readOffered(request), typed }),
    (refusal) => {
      const naming = { problems: [], typed };
      if (refusal.kind !== 'answers_invalid') return again(request, 'page_changed', { changed: true, naming })(refusal);
      show(request, { naming: { problems: refusal.problems, typed } });
      return true;
    },
  );
}

function again(request: OwnRequest, guard: string, mistakes: Mistakes): (refusal: Refusal) => boolean {
  return (refusal) => {
    if (refusal.kind === 'guard' && isObstacle(refusal.guard)) {
      show(request, { agreed: `status.${refusal.guard}` });
      return true;
    }
    if (refusal.kind !== 'guard' || (refusal.guard !== guard && refusal.guard !== 'page_changed')) return false;
    show(request, refusal.guard === guard ? mistakes : { changed: true });
    return true;
  };
}

/** What is in the way of changing a published page. */
const isObstacle = (guard: Guard): guard is 'practice_gone' | 'practice_busy' | 'practice_changed' =>
  guard === 'practice_gone' || guard === 'practice_busy' || guard === 'practice_changed';

const readOffered = ({ req, own }: OwnRequest) => ({
  submissionId: own.submission.id,
  number: Number(postedText(req, 'number')),
  pageHash: postedText(req, 'page_hash'),
});

function show(request: OwnRequest, mistakes: Mistakes): void {
  const { kit, res, req, own, definition } = request;
  const status = submissionStatus(kit.deps.db, definition, own, kit.deps.clock.now());
  const model = own.shown === 'accepted' ? modelOf(request, status, mistakes) : undefined;
  const wrong = mistakes.changed === true ? 409 : Object.keys(mistakes).length > 0 ? 422 : 200;
  if (model === undefined) res.redirect(303, statusPath(request));
  else kit.page(res, wrong, h(ApprovalPage, { t: visitOf(req).t, model }));
}

function modelOf(
  request: OwnRequest,
  { page, promise }: SubmissionStatus,
  mistakes: Mistakes,
): ApprovalPageModel | undefined {
  if (page === undefined) return undefined;
  const { kit, req, definition, own } = request;
  const { t, lang } = visitOf(req);
  const { timeZone } = definition.policy;
  const file = page.files.find(({ path }) => path.endsWith(`/index.${page.language}.md`)) ?? page.files[0];
  const form = ownForm(kit, req, own);
  const posting = {
    csrf: form.csrf,
    hidden: { ...form.hidden, number: String(page.number), page_hash: page.pageHash },
  };
  const agreed = mistakes.agreed && t(mistakes.agreed);
  const change = mistakes.change && t(mistakes.change);
  const answers = { ...own.answers, ...mistakes.naming?.typed };
  return {
    page: kit.chrome(req, {
      module: definition,
      quickExit: true,
      problems: [
        ...(agreed === undefined ? [] : [{ field: 'agreed', message: agreed }]),
        ...(change === undefined ? [] : [{ field: 'change', message: change }]),
      ],
    }),
    changed: mistakes.changed === true,
    until: t.date(promise.due ?? page.offeredAt.slice(0, 10), timeZone),
    title: own.submission.title,
    named: printedName(page.files),
    shown: {
      html: renderMarkdown(splitPage(file?.text ?? '').body),
      lang: page.language,
      dir: directionOf(page.language),
    },
    sources: page.files.map(({ path, text }) => ({ path, text })),
    consent: { text: page.consentText, lang: page.language },
    notBefore: own.submission.embargoUntil === null ? undefined : t.date(own.submission.embargoUntil, timeZone),
    form: { action: paths.myMove(lang, definition.id, 'page'), ...posting },
    agreed: {
      kind: 'attest',
      id: 'agreed',
      name: 'agreed',
      label: t('status.approve_tick'),
      mark: 'required',
      chosen: false,
      error: agreed,
    },
    change: {
      kind: 'textarea',
      id: 'change',
      name: 'change',
      label: t('status.change_label'),
      hint: t('status.change_hint'),
      mark: 'required',
      value: postedText(req, 'change'),
      rows: 4,
      dir: 'auto',
      error: change,
    },
    attribution: {
      form: { action: paths.myMove(lang, definition.id, 'attribution'), ...posting },
      fields: fieldsOf(definition, attributionFields).map((field) =>
        fieldViewOf({ definition, t }, field, { answers, problems: mistakes.naming?.problems ?? [] }),
      ),
    },
    withdraw: paths.myMove(lang, definition.id, 'withdraw'),
    back: statusPath(request),
  };
}
