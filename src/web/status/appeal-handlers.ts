import { h } from 'preact';
import { AppealPage } from '../../../views/status/appeal-page.tsx';
import { submissionStatus } from '../../db/queries/submission-status.ts';
import { nextState } from '../../domain/submission/state.ts';
import { paths } from '../../paths.ts';
import { appeal } from '../../usecases/submission/appeal.ts';
import { ownForm, postedText } from '../submit/own-visit.ts';
import { visitOf } from '../visit.ts';
import { appealUntil, mayAppeal } from './status-actions.ts';
import { moveAndReturn, statusPath, type OwnRequest } from './with-own.ts';

export function getAppeal(request: OwnRequest): void {
  const { kit, req, res, own, definition } = request;
  const now = kit.deps.clock.now();
  const allowed = nextState({ state: own.shown, held: own.submission.held }, 'appeal');
  if (!allowed.ok) kit.refuse(req, res, allowed.refusal);
  else if (!mayAppeal(definition, submissionStatus(kit.deps.db, definition, own, now), now))
    res.redirect(303, statusPath(request));
  else show(request, 200);
}

export function postAppeal(request: OwnRequest): Promise<void> {
  const { req, own } = request;
  const input = { submissionId: own.submission.id, text: postedText(req, 'text') };
  return moveAndReturn(
    request,
    (unit) => appeal(unit, own.actor, input),
    (refusal) => {
      const empty = refusal.kind === 'guard' && refusal.guard === 'words_missing';
      if (empty) show(request, 422);
      return empty;
    },
  );
}

function show(request: OwnRequest, status: 200 | 422): void {
  const { kit, req, res, own, definition } = request;
  const { t, lang } = visitOf(req);
  const error = status === 422 ? t('status.words_missing') : undefined;
  const model = {
    page: kit.chrome(req, {
      module: definition,
      quickExit: true,
      problems: error === undefined ? [] : [{ field: 'text', message: error }],
    }),
    until: t.date(appealUntil(definition, own.submission.stateEnteredAt), definition.policy.timeZone),
    form: { action: paths.myMove(lang, definition.id, 'appeal'), ...ownForm(kit, req, own) },
    text: {
      kind: 'textarea' as const,
      id: 'text',
      name: 'text',
      label: t('status.appeal_label'),
      hint: t('status.appeal_hint'),
      mark: 'required' as const,
      value: postedText(req, 'text'),
      dir: 'auto' as const,
      error,
    },
    back: statusPath(request),
  };
  kit.page(res, status, h(AppealPage, { t, model }));
}
