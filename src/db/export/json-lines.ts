import type { ExportOrder } from '../../domain/export/order.ts';
import { points, reviewsOf, type ExportedCase, type ExportedReview } from './exported-case.ts';
import type { Rubrics } from './rubrics.ts';

/** A case as one object, in codes and whole instants. Without rubrics: as it stands in a list. */
export function jsonLine(order: ExportOrder, one: ExportedCase, rubrics: Rubrics | undefined): string {
  const { place: _place, publicId, held, score, spread, reviews: _reviews, ...facts } = one;
  const address = `${order.casesAt}${publicId}`;
  const figures = { score: points(score), spread: points(spread) };
  const judged = rubrics && { reviews: reviewsOf(one).map((each) => review(each, rubrics)) };
  const about = { export: order.id, case: publicId, held: held === 1 };
  return JSON.stringify({ ...about, ...facts, ...figures, ...judged, address });
}

function review({ commit, total, answers, ...facts }: ExportedReview, rubrics: Rubrics) {
  const { scores, comments, gates, recommendation, confidence, evidenceLevel, strengths, requests } = answers;
  return {
    ...facts,
    counts: total !== null,
    total: points(total),
    recommendation,
    confidence,
    evidenceLevel,
    criteria: Object.entries(scores).map(([id, score]) => ({
      id,
      weight: rubrics.weight(commit, id),
      ...score,
      reason: comments[id] ?? '',
    })),
    gates: Object.entries(gates).map(([id, { verdict, note = '' }]) => ({ id, verdict, note })),
    strengths,
    requests,
  };
}
