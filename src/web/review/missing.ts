import type { Phrase } from '../../../views/components/phrase.tsx';
import type { ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { partOfProblem } from '../../domain/review/review-parts.ts';
import { reviewProblems, type ReviewDraft, type ReviewProblem } from '../../domain/review/review.ts';
import { paths } from '../../paths.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { criterionName, gateName } from './part-words.ts';

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
    const { what, field } = placeOf(words, problem);
    const part = partOfProblem(definition.rubric, problem);
    return { what, href: `${paths.reviewPart(words.t.lang, id, part?.id ?? '')}#${field}` };
  });
}

function placeOf(words: FormWords, problem: ReviewProblem): { readonly what: Phrase; readonly field: string } {
  const { t } = words;
  switch (problem.kind) {
    case 'gate_missing':
      return { what: gateName(words, problem.gate), field: `gate.${problem.gate}` };
    case 'score_missing':
      return { what: criterionName(words, problem.criterion), field: `score.${problem.criterion}` };
    case 'evidence_level_missing':
      return { what: t('review.evidence_question'), field: 'evidence' };
    case 'recommendation_missing':
      return { what: t('review.recommendation'), field: 'recommendation' };
    case 'confidence_missing':
      return { what: t('review.confidence'), field: 'confidence' };
    case 'request_text_missing':
      return {
        what: t('review.missing_request', { number: problem.index + 1 }),
        field: `requests.${String(problem.index)}.text`,
      };
  }
}
