import { h } from 'preact';
import type { Request } from 'express';
import type { FieldView } from '../../../views/components/field-view.ts';
import { InvitationPage, type AnswerForm } from '../../../views/review/invitation-page.tsx';
import { blindedPractice, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { hoursToReview, wordsToRead } from '../../domain/review/reading-time.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { answered, nameOf } from './practice-model.ts';
import { postedText, tokenOf } from './reviewer-visit.ts';

/** What has to be mended in one of the three forms. */
export type InvitationMistake = 'statement' | 'after' | 'conflict';

/** What somebody learns of a practice before they accept. */
const ABOUT = ['kind', 'language', 'countries', 'setting', 'summary'];

export function invitationPage(kit: WebKit, req: Request, found: ReviewersAssignment, mistake?: InvitationMistake) {
  const { t, lang } = visitOf(req);
  const { definition, respondBy } = found;
  const practice = blindedPractice(kit.deps.db, found);
  const toRead = wordsToRead(definition, practice.answers);
  const forms = answerForms(req, mistake);
  const words = { definition, t };
  const model = {
    page: kit.chrome(req, { module: definition, problems: problemsIn(Object.values(forms)) }),
    module: phraseOf(definition, lang, 'module.title'),
    ...nameOf(practice.answers),
    about: answered(words, ABOUT, practice.answers).flatMap(({ label, answer }) =>
      answer === undefined ? [] : [{ label, answer }],
    ),
    words: toRead,
    hours: hoursToReview(toRead),
    respondBy: t.date(respondBy, definition.policy.timeZone),
    reviewDays: definition.policy.reviewDays,
    ...forms,
  };
  return h(InvitationPage, { t, model });
}

const problemsIn = (forms: readonly AnswerForm[]) =>
  forms.flatMap(({ fields }) =>
    fields.flatMap(({ id, error }) => (error === undefined ? [] : [{ field: id, message: error }])),
  );

function answerForms(req: Request, mistake: InvitationMistake | undefined) {
  const { t, lang, csrf } = visitOf(req);
  const form = (answer: 'accept' | 'decline' | 'recuse', fields: readonly FieldView[]): AnswerForm => ({
    action: paths.invitationAnswer(lang, tokenOf(req), answer),
    csrf,
    fields,
    open: fields.some(({ error }) => error !== undefined),
  });
  return {
    accept: form('accept', [statementField(t, mistake === 'statement')]),
    decline: form('decline', declineFields(t, req, mistake === 'after')),
    recuse: form('recuse', [conflictField(t, postedText(req, 'conflict'), mistake === 'conflict')]),
  };
}

const statementField = (t: Translate, wrong: boolean): FieldView => ({
  kind: 'attest',
  id: 'statement',
  name: 'statement',
  label: t('review.statement'),
  mark: 'required',
  chosen: false,
  error: wrong ? t('review.statement_error') : undefined,
});

const declineFields = (t: Translate, req: Request, wrongDate: boolean): FieldView[] => [
  {
    kind: 'textarea',
    id: 'reason',
    name: 'reason',
    label: t('review.decline_reason'),
    mark: 'optional',
    value: postedText(req, 'reason'),
    rows: 3,
  },
  {
    kind: 'date',
    id: 'after',
    name: 'after',
    label: t('review.decline_after'),
    mark: 'optional',
    value: postedText(req, 'after'),
    error: wrongDate ? t('review.decline_after_error') : undefined,
  },
  {
    kind: 'text',
    input: 'text',
    id: 'suggestion',
    name: 'suggestion',
    label: t('review.decline_suggest'),
    hint: t('review.decline_suggest_hint'),
    mark: 'optional',
    value: postedText(req, 'suggestion'),
    maxLength: 200,
  },
];

export const conflictField = (t: Translate, value: string, wrong: boolean): FieldView => ({
  kind: 'textarea',
  id: 'conflict',
  name: 'conflict',
  label: t('review.recuse_what'),
  hint: t('review.recuse_what_hint'),
  mark: 'required',
  value,
  rows: 3,
  error: wrong ? t('review.recuse_error') : undefined,
});
