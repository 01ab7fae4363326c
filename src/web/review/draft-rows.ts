import type { AnswerView, NamedAnswer } from '../../../views/components/answer-value.tsx';
import type { Phrase } from '../../../views/components/phrase.tsx';
import type { ReviewPart } from '../../domain/review/review-parts.ts';
import type { ReviewDraft, ReviewRequest } from '../../domain/review/review.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { criterionName, fieldName, gateName, levelName, scoreText } from './part-words.ts';

/** What one page of a review says, to be read: for the overview, for two windows, and for the text to take along. */
export function draftRows(words: FormWords, part: ReviewPart, draft: ReviewDraft): NamedAnswer[] {
  const { t } = words;
  switch (part.kind) {
    case 'gates':
      return part.ids.flatMap((id) => gateRows(words, id, draft));
    case 'criteria':
      return part.ids.flatMap((id) => scoreRows(words, id, draft));
    case 'evidence':
      return [said(t('review.evidence_question'), draft.evidenceLevel && levelName(words, draft.evidenceLevel))];
    case 'remarks':
      return [
        typed(t('review.strengths'), draft.strengths),
        ...draft.requests.map((request, index) => requestRow(words, request, index)),
      ];
    case 'advice':
      return [
        said(t('review.recommendation'), draft.recommendation && t(`review.recommendation_${draft.recommendation}`)),
        said(t('review.confidence'), draft.confidence && t(`review.confidence_${draft.confidence}`)),
        typed(t('review.private_note'), draft.privateNote),
        typed(t('review.safety_concern'), draft.safetyConcern),
        ...(draft.contentDistress ? [said(t('review.distress'), t('common.yes'))] : []),
      ];
  }
}

function gateRows(words: FormWords, id: string, draft: ReviewDraft): NamedAnswer[] {
  const answer = draft.gates[id];
  return [
    said(gateName(words, id), answer && words.t(`review.verdict_${answer.verdict}`)),
    ...(answer?.note === undefined ? [] : [typed(words.t('review.gate_note'), answer.note)]),
  ];
}

function scoreRows(words: FormWords, id: string, draft: ReviewDraft): NamedAnswer[] {
  const score = draft.scores[id];
  const comment = draft.comments[id];
  return [
    said(criterionName(words, id), score && scoreText(words, id, score)),
    ...(comment === undefined ? [] : [typed(words.t('review.comment'), comment)]),
  ];
}

function requestRow(words: FormWords, request: ReviewRequest, index: number): NamedAnswer {
  const { t } = words;
  const parts: NamedAnswer[] = [
    typed(t('review.request_text'), request.text),
    ...(request.field === undefined ? [] : [said(t('review.request_field'), fieldName(words, request.field))]),
    said(t('review.request_level'), t(`review.level_${request.level}`)),
    ...(request.editorial ? [said(t('review.request_editorial'), t('common.yes'))] : []),
  ];
  return { label: t('common.entry', { number: index + 1 }), answer: { kind: 'parts', parts } };
}

const said = (label: Phrase, phrase: Phrase | undefined): NamedAnswer =>
  phrase === undefined ? { label } : { label, answer: { kind: 'said', phrases: [phrase] } };

const typed = (label: Phrase, text: string): NamedAnswer =>
  text === '' ? { label } : { label, answer: { kind: 'typed', text, long: true } };

/** The same as plain text: label, line end, answer. */
export function rowsAsText(rows: readonly NamedAnswer[]): string {
  return rows
    .map(({ label, answer }) => `${plainly(label)}\n${answer === undefined ? '–' : answerText(answer)}\n`)
    .join('\n');
}

function answerText(answer: AnswerView): string {
  switch (answer.kind) {
    case 'typed':
      return answer.text;
    case 'said':
      return answer.phrases.map(plainly).join('\n');
    case 'parts':
      return rowsAsText(answer.parts);
    case 'entries':
      return answer.entries.map(({ parts }) => rowsAsText(parts)).join('\n');
  }
}

const plainly = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.text);
