import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { validateAnswers, type AnswerProblem } from '../../domain/module/validate-answers.ts';
import { screeningGap, type ScreeningGap } from '../../domain/review/screening.ts';
import type { Reader } from '../in-transaction.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { sealedAnswers, theVersion } from '../version-store.ts';
import { screeningFacts } from './screening-facts.ts';

/** What still keeps a case from being reviewed: its screening, and answers that the review needs. */
export interface OpeningGaps {
  readonly screening: ScreeningGap | undefined;
  readonly answers: readonly AnswerProblem[];
}

export function openingGaps(
  reader: Reader,
  definition: ModuleDefinition,
  submission: SubmissionRow,
  now: Date,
): OpeningGaps {
  const { answers } = theVersion(reader, submission.id, submission.version);
  const whole = { ...answers, ...sealedAnswers(reader, submission.id) };
  return {
    screening: screeningGap(definition.rubric, screeningFacts(reader, submission).facts),
    answers: validateAnswers(definition, whole, 'review', now.toISOString()),
  };
}
