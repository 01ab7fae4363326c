import type { SubmissionStatus } from '../../db/queries/submission-status.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { OwnVisit } from '../submit/own-visit.ts';

/** Where a text stands, in the submitter's words. */
export function statusSentences(
  t: Translate,
  { policy }: ModuleDefinition,
  { submission, shown }: OwnVisit,
  status: SubmissionStatus,
): string[] {
  const date = (when: string): string => t.date(when.length > 10 ? new Date(when) : when, policy.timeZone);
  switch (shown) {
    case 'draft':
      return [t('status.says_draft', { saved: date(submission.updatedAt) })];
    case 'in_review':
      return [t('status.says_in_review', status.reviews ?? { answered: 0, wanted: 0 })];
    case 'revision':
      return [t('status.says_revision', { count: status.requests.length })];
    case 'accepted':
      return [t(acceptedKey(status))];
    case 'publishing':
      return submission.embargoUntil !== null && status.publication?.state === 'queued'
        ? [t('status.says_publishing_embargo', { date: date(submission.embargoUntil) })]
        : [t('status.says_publishing')];
    case 'rejected':
      return [t(rejectedKey(status))];
    case 'published':
      return [
        t('status.says_published'),
        ...(status.updatedAt === undefined ? [] : [t('status.says_updated', { date: date(status.updatedAt) })]),
      ];
    case 'screening':
    case 'withdrawn':
    case 'removed':
      return [t(`status.says_${shown}`)];
  }
}

function acceptedKey({ page, publication }: SubmissionStatus) {
  if (page !== undefined) return 'status.says_accepted_offered';
  return publication?.state === 'closed' ? 'status.says_bounced' : 'status.says_accepted';
}

function rejectedKey({ appeal }: SubmissionStatus) {
  if (appeal === undefined) return 'status.says_rejected';
  return appeal.outcome === 'kept' ? 'status.says_appeal_kept' : 'status.says_appealed';
}
