import { countsForQuorum } from '../../domain/review/review.ts';
import { total } from '../../domain/review/score.ts';
import type { CaseScoreRow } from '../case-score-store.ts';
import type { Said } from '../schema/index.ts';
import type { SubmissionRow } from '../submission-store.ts';
import type { RoundFacts } from './round-facts.ts';

/** The row that lists read, reckoned from the newest round of the case. */
export function caseScoreOf(
  { id, module, state, stateEnteredAt }: SubmissionRow,
  { round, standing, facts, advice, assignments, places, definition: { rubric } }: RoundFacts,
): CaseScoreRow {
  const said = assignments.flatMap((row): Said[] => {
    const review = places.find((place) => place.id === row.id)?.review;
    if (review === undefined) return [];
    const points = countsForQuorum(rubric, review) ? total(rubric, review.scores) : undefined;
    return [{ label: row.label, recommendation: review.recommendation, total: points ?? null }];
  });
  return {
    submissionId: id,
    module,
    state,
    stateEnteredAt,
    roundId: round.id,
    wanted: round.target,
    open: standing.open.length,
    answered: standing.answered,
    score: facts.figures?.score ?? null,
    spread: facts.figures?.spread ?? null,
    said,
    advice: advice.kind,
  };
}
