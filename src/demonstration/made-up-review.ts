import type { Answers } from '../domain/module/form.ts';
import { suggestEvidence } from '../domain/review/evidence.ts';
import { emptyReview, type Points, type ReviewDraft } from '../domain/review/review.ts';
import type { Stage } from './stage.ts';

/** All criteria with the same points, but one that this reviewer cannot judge. */
export function madeUpReview({ module, script }: Stage, answers: Answers, points: Points): ReviewDraft {
  const { gates, criteria } = module.rubric;
  const kindest = points >= 3 ? 'accept' : points === 2 ? 'revise' : 'reject';
  return {
    ...emptyReview,
    gates: Object.fromEntries(gates.map(({ id }) => [id, { verdict: 'pass' as const }])),
    scores: Object.fromEntries(
      criteria.map(({ id, essential }, index) => [
        id,
        index === criteria.length - 1 && !essential ? { kind: 'cannot_judge' } : { kind: 'scored', points },
      ]),
    ),
    comments: Object.fromEntries(criteria.slice(0, 2).map(({ id }) => [id, script.comment])),
    evidenceLevel: suggestEvidence(module.rubric, answers),
    recommendation: kindest,
    confidence: 3,
    strengths: script.strengths,
    requests: points === 2 ? script.requests : [],
  };
}
