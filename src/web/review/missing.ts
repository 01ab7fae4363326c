import type { Phrase } from '../../../views/components/phrase.tsx';
import type { ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { reviewProblems, type ReviewDraft, type ReviewProblem } from '../../domain/review/review.ts';
import { paths } from '../../paths.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { criterionName, gateName, partOf } from './part-words.ts';

export interface MissingLink {
  readonly what: Phrase;
  readonly href: string;
}

/** What still stands between the draft and its sending, each with the way to it. */
export function missingIn(
  words: FormWords,
  { id, definition }: ReviewersAssignment,
  draft: ReviewDraft,
): MissingLink[] {
  return reviewProblems(definition.rubric, draft).map((problem) => {
    const { what, kind, field, of } = placeOf(words, problem);
    const part = partOf(definition.rubric, kind, of);
    return { what, href: `${paths.reviewPart(words.t.lang, id, part?.id ?? '')}#${field}` };
  });
}

interface Place {
  readonly what: Phrase;
  readonly kind: 'gates' | 'criteria' | 'evidence' | 'remarks' | 'advice';
  readonly field: string;
  readonly of?: string;
}

function placeOf(words: FormWords, problem: ReviewProblem): Place {
  const { t } = words;
  switch (problem.kind) {
    case 'gate_missing':
      return { what: gateName(words, problem.gate), kind: 'gates', field: `gate.${problem.gate}`, of: problem.gate };
    case 'score_missing':
      return {
        what: criterionName(words, problem.criterion),
        kind: 'criteria',
        field: `score.${problem.criterion}`,
        of: problem.criterion,
      };
    case 'evidence_level_missing':
      return { what: t('review.evidence_question'), kind: 'evidence', field: 'evidence' };
    case 'recommendation_missing':
      return { what: t('review.recommendation'), kind: 'advice', field: 'recommendation' };
    case 'confidence_missing':
      return { what: t('review.confidence'), kind: 'advice', field: 'confidence' };
    case 'request_text_missing':
      return {
        what: t('review.missing_request', { number: problem.index + 1 }),
        kind: 'remarks',
        field: `requests.${String(problem.index)}.text`,
      };
  }
}
