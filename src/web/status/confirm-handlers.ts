import { h } from 'preact';
import { ConfirmPage } from '../../../views/status/confirm-page.tsx';
import { nextState, type Move } from '../../domain/submission/state.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths, type MySubmission } from '../../paths.ts';
import { discardDraft } from '../../usecases/submission/discard-draft.ts';
import { extendRevision, extendedDay } from '../../usecases/submission/extend-revision.ts';
import { liftEmbargo } from '../../usecases/submission/lift-embargo.ts';
import { resumeSubmission } from '../../usecases/submission/resume-submission.ts';
import { withdrawSubmission } from '../../usecases/submission/withdraw-submission.ts';
import { clearCookie } from '../cookies.ts';
import type { Route, WebKit } from '../routes.ts';
import { ownForm } from '../submit/own-visit.ts';
import { visitOf } from '../visit.ts';
import { moveAndReturn, statusPath, withOwn, type OwnRequest } from './with-own.ts';

interface Question {
  readonly part: MySubmission;
  /** The move it leads to; where it is not allowed now, the page says so. */
  readonly move?: Move;
  readonly danger: boolean;
  readonly words: (
    t: Translate,
    request: OwnRequest,
  ) => { title: string; lead: string; points?: string[]; button: string };
  readonly act: (request: OwnRequest) => Promise<void>;
}

const questions: readonly Question[] = [
  {
    part: 'withdraw',
    move: 'withdraw',
    danger: true,
    words: (t) => ({
      title: t('status.withdraw_title'),
      lead: t('status.withdraw_lead'),
      points: [t('status.withdraw_point_experts'), t('status.withdraw_point_page'), t('status.withdraw_point_back')],
      button: t('status.withdraw_button'),
    }),
    act: (request) => moveAndReturn(request, (unit) => withdrawSubmission(unit, request.own.actor, idOf(request))),
  },
  {
    part: 'resume',
    move: 'resume',
    danger: false,
    words: (t) => ({
      title: t('status.resume_title'),
      lead: t('status.resume_lead'),
      button: t('status.resume_button'),
    }),
    act: (request) => moveAndReturn(request, (unit) => resumeSubmission(unit, request.own.actor, idOf(request))),
  },
  {
    part: 'extend',
    move: 'answer',
    danger: false,
    words: (t, { own, definition }) => ({
      title: t('status.extend_title'),
      lead: t('status.extend_lead', {
        date: t.date(extendedDay(own.submission, definition.policy), definition.policy.timeZone),
      }),
      button: t('status.extend_button'),
    }),
    act: (request) => moveAndReturn(request, (unit) => extendRevision(unit, request.own.actor, idOf(request))),
  },
  {
    part: 'embargo',
    danger: false,
    words: (t, { own, definition }) => ({
      title: t('status.embargo_title'),
      lead: t('status.embargo_lead', {
        date: t.date(own.submission.embargoUntil ?? '', definition.policy.timeZone),
      }),
      button: t('status.embargo_button'),
    }),
    act: (request) => moveAndReturn(request, (unit) => liftEmbargo(unit, request.own.actor, idOf(request))),
  },
  {
    part: 'discard',
    move: 'discard',
    danger: true,
    words: (t) => ({
      title: t('status.discard_title'),
      lead: t('status.discard_lead'),
      button: t('status.discard_button'),
    }),
    act: discard,
  },
];

const idOf = ({ own }: OwnRequest) => ({ submissionId: own.submission.id });

async function discard({ kit, req, res, own, definition }: OwnRequest): Promise<void> {
  const input = { submissionId: own.submission.id, token: own.token };
  const deleted = await kit.deps.write((unit) => discardDraft(unit, own.actor, input));
  if (!deleted.ok) {
    kit.refuse(req, res, deleted.refusal);
    return;
  }
  clearCookie(res, kit.deps.site, 'draft');
  res.redirect(303, paths.module(visitOf(req).lang, definition.id));
}

/** Moves that need nothing but a yes: a page that says what happens, and one button. */
export const confirmRoutes = (kit: WebKit): Route[] =>
  questions.map((question) => ({
    path: `/:lang/:module/my/${question.part}`,
    who: 'submitter',
    get: withOwn(kit, (request) => {
      ask(request, question);
    }),
    post: withOwn(kit, question.act),
  }));

function ask(request: OwnRequest, { part, move, danger, words }: Question): void {
  const { kit, req, res, own, definition } = request;
  const { t, lang } = visitOf(req);
  const allowed = move === undefined ? undefined : nextState({ state: own.shown, held: own.submission.held }, move);
  if (allowed?.ok === false) {
    kit.refuse(req, res, allowed.refusal);
    return;
  }
  if (part === 'embargo' && own.submission.embargoUntil === null) {
    res.redirect(303, statusPath(request));
    return;
  }
  const { points = [], ...said } = words(t, request);
  const model = {
    page: kit.chrome(req, { module: definition, quickExit: true }),
    ...said,
    points,
    danger,
    form: { action: paths.myMove(lang, definition.id, part), ...ownForm(kit, req, own) },
    back: statusPath(request),
  };
  kit.page(res, 200, h(ConfirmPage, { t, model }));
}
