import type { CaseRowModel, DueModel, StateModel } from '../../../views/desk/case-table.tsx';
import type { Tone } from '../../../views/components/state-badge.tsx';
import type { CaseFacts } from '../../db/queries/case-facts.ts';
import type { SubmissionRow } from '../../db/queries/one-case.ts';
import type { NextStep } from '../../domain/submission/next-step.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';

const tones = {
  draft: 'quiet',
  screening: 'waiting',
  in_review: 'waiting',
  revision: 'waiting',
  accepted: 'good',
  publishing: 'good',
  published: 'good',
  rejected: 'stop',
  withdrawn: 'quiet',
  removed: 'stop',
} as const satisfies Record<SubmissionState, Tone>;

/** The state in the words of the staff. */
export const stateModel = (t: Translate, { state, held }: Pick<SubmissionRow, 'state' | 'held'>): StateModel => ({
  label: t(`curator.state_${state}`),
  tone: tones[state],
  held,
});

export function dueModel(
  t: Translate,
  { promise, overdue }: Pick<CaseFacts, 'promise' | 'overdue'>,
): DueModel | undefined {
  return promise.due === undefined ? undefined : { date: t.date(promise.due, 'UTC'), overdue };
}

/** A case in a list. Nothing about who sent it. */
export function caseRow(t: Translate, facts: CaseFacts, step: NextStep): CaseRowModel {
  return { ...plainRow(t, facts.submission), step: t(`curator.step_${step}`), due: dueModel(t, facts) };
}

export function plainRow(
  t: Translate,
  submission: Pick<SubmissionRow, 'module' | 'publicId' | 'title' | 'language' | 'state' | 'held'>,
): CaseRowModel {
  const { module, publicId, title, language } = submission;
  return {
    href: paths.case(t.lang, module, publicId),
    publicId,
    title: title === '' ? publicId : title,
    lang: language === '' ? undefined : language,
    state: stateModel(t, submission),
  };
}
