import { evidenceLevels, type EvidenceLevel, type Rubric } from '../module/rubric.ts';
import type { ReviewAnswers } from './review.ts';
import { caseFigures, pointsOf } from './score.ts';

/** One way in which two reviews are too far apart to be settled by their median. */
export type Disagreement =
  /** Hundredths. */
  | { readonly kind: 'totals_apart'; readonly spread: number; readonly limit: number }
  /** Whole points between them on an essential criterion. */
  | { readonly kind: 'criterion_apart'; readonly criterion: string; readonly points: number }
  | { readonly kind: 'recommendations_opposed' }
  /** Levels between them. */
  | { readonly kind: 'evidence_apart'; readonly levels: number }
  | { readonly kind: 'nobody_confident' };

const POINTS_APART = 2;
const LEVELS_APART = 2;

export const evidenceRank = (level: EvidenceLevel): number => evidenceLevels.indexOf(level);

/**
 * Why two reviews want a third: totals apart by the rubric's spread (20) or more, two or more points apart on an
 * essential criterion, one accepts and the other rejects, evidence two or more levels apart, both writers outsiders.
 * Asked of the reviews that count; of any other number than two there is none, since the rule is about a third review.
 * Source: the row "Third review" of the decision aid.
 */
export function disagreements(rubric: Rubric, counted: readonly ReviewAnswers[]): Disagreement[] {
  if (counted.length !== 2) return [];
  return [...apartInScores(rubric, counted), ...apartInAdvice(counted)];
}

function apartInScores(rubric: Rubric, reviews: readonly ReviewAnswers[]): Disagreement[] {
  const found: Disagreement[] = [];
  const spread = caseFigures(rubric, reviews)?.spread ?? 0;
  const limit = rubric.thresholds.spread * 100;
  if (spread >= limit) found.push({ kind: 'totals_apart', spread, limit });
  for (const { id } of rubric.criteria.filter(({ essential }) => essential)) {
    const points = distance(pointsOf(id, reviews));
    if (points >= POINTS_APART) found.push({ kind: 'criterion_apart', criterion: id, points });
  }
  return found;
}

function apartInAdvice(reviews: readonly ReviewAnswers[]): Disagreement[] {
  const found: Disagreement[] = [];
  const accepts = reviews.some(({ recommendation: said }) => said === 'accept' || said === 'accept_minor');
  if (accepts && reviews.some(({ recommendation }) => recommendation === 'reject'))
    found.push({ kind: 'recommendations_opposed' });
  const levels = distance(ranksOf(reviews));
  if (levels >= LEVELS_APART) found.push({ kind: 'evidence_apart', levels });
  if (reviews.every(({ confidence }) => confidence === 1)) found.push({ kind: 'nobody_confident' });
  return found;
}

/** The votes on the evidence level, of those who cast one. */
const ranksOf = (reviews: readonly ReviewAnswers[]): number[] =>
  reviews.flatMap(({ evidenceLevel }) => evidenceLevel ?? []).map(evidenceRank);

/** Between the lowest and the highest; 0 of nothing. */
const distance = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);

/** The level that reviewers voted for: their median, of an even number the lower of the two in the middle. */
export function evidenceVote(reviews: readonly ReviewAnswers[]): EvidenceLevel | undefined {
  const ranks = ranksOf(reviews).toSorted((a, b) => a - b);
  const lower = ranks[Math.floor((ranks.length - 1) / 2)];
  return lower === undefined ? undefined : evidenceLevels[lower];
}
