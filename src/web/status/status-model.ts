import type { Request } from 'express';
import type { StatusAction, StatusPageModel } from '../../../views/status/status-page.tsx';
import type { Tone } from '../../../views/components/state-badge.tsx';
import { submissionStatus, type SubmissionStatus } from '../../db/queries/submission-status.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { contactEmailOf } from '../../domain/safety/own-secrets.ts';
import type { BallHolder } from '../../domain/submission/promise.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { nameText } from '../form-fields/field-texts.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { shownReceipt, type OwnVisit } from '../submit/own-visit.ts';
import { statusActions } from './status-actions.ts';
import { statusSentences } from './status-sentences.ts';
import { timelineOf } from './timeline.ts';

const tones: Readonly<Record<SubmissionState, Tone>> = {
  draft: 'quiet',
  screening: 'waiting',
  in_review: 'waiting',
  revision: 'alarm',
  accepted: 'good',
  publishing: 'good',
  published: 'good',
  rejected: 'stop',
  withdrawn: 'quiet',
  removed: 'stop',
};

const balls: Readonly<Record<Exclude<BallHolder, 'nobody'>, MessageKey>> = {
  submitter: 'status.ball_submitter',
  curator: 'status.ball_curator',
  reviewers: 'status.ball_reviewers',
  safety: 'status.ball_safety',
};

/** What a submitter's own page shows. */
export function statusModel(kit: WebKit, req: Request, definition: ModuleDefinition, own: OwnVisit): StatusPageModel {
  const { lang, t, csrf } = visitOf(req);
  const now = kit.deps.clock.now();
  const status = submissionStatus(kit.deps.db, definition, own, now);
  const { submission, shown } = own;
  const { main, more } = statusActions({ t, lang, definition, own, status, now });
  return {
    page: kit.chrome(req, { module: definition, quickExit: true }),
    title: submission.title,
    titleLang: submission.language === '' ? undefined : submission.language,
    publicId: submission.publicId,
    state: { label: t(`status.state_${shown}`), tone: tones[shown] },
    says: statusSentences(t, definition, own, status),
    ball: ballOf(t, definition, status),
    held: submission.held,
    main,
    told: toldTexts(t, own, status),
    requests: status.requests.map(({ field, level, text }) => ({
      field: field === null ? undefined : nameText({ definition, t }, field),
      must: level === 'must',
      text,
    })),
    links: siteLinks(t, definition, shown),
    events: timelineOf(t, definition, status),
    actions: more,
    receipt: shownReceipt(own.receipt),
    writes: contactEmailOf(own.answers) !== undefined,
    leave: { action: paths.myMove(lang, definition.id, 'leave'), csrf },
  };
}

function ballOf(t: Translate, { policy }: ModuleDefinition, { promise, overdue }: SubmissionStatus) {
  if (promise.ball === 'nobody') return undefined;
  return { who: t(balls[promise.ball]), due: t.date(promise.due, policy.timeZone), late: overdue };
}

/** Decisions in the words of those who made them, once their letter has left; an appeal and its answer. */
function toldTexts(t: Translate, { shown }: OwnVisit, { told, appeal }: SubmissionStatus): StatusPageModel['told'] {
  const tells = told !== undefined && told.letter.trim() !== '' && shown !== 'withdrawn';
  return [
    ...(tells ? [{ heading: t('status.told_decision'), text: told.letter, lang: told.letterLanguage }] : []),
    ...(appeal === undefined ? [] : [{ heading: t('status.your_appeal'), text: appeal.text }]),
    ...(appeal?.answerText == null || appeal.answerText === ''
      ? []
      : [{ heading: t('status.told_appeal'), text: appeal.answerText }]),
  ];
}

const siteLinks = (t: Translate, { operator }: ModuleDefinition, shown: SubmissionState): StatusAction[] =>
  shown === 'published' ? [{ label: t('status.see_site'), href: operator.site }] : [];
