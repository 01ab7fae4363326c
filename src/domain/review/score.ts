import { TOP_SCORE, type Rubric } from '../module/rubric.ts';
import type { ReviewDraft, Scores } from './review.ts';

/**
 * All figures are whole hundredths: a total of 72.5 is 7250, a median of 2.5 points is 250. Where a division leaves a
 * rest, the half goes up: 7250.5 becomes 7251.
 */
export type Hundredths = number;

/** Whole division, the half upwards (for negative figures too: -2.5 becomes -2). `by` is positive. */
export const divideHalfUp = (value: number, by: number): number => Math.floor((2 * value + by) / (2 * by));

/**
 * `100 · Σ(wᵢ·sᵢ/4) / Σ wᵢ` over the judged criteria of the rubric, as hundredths from 0 to 10000. A criterion that
 * cannot be judged is left out of both sums. Undefined where nothing was judged. Source: the rubric's arithmetic.
 */
export function total(rubric: Rubric, scores: Scores): Hundredths | undefined {
  let weighted = 0;
  let weights = 0;
  for (const { id, weight } of rubric.criteria) {
    const score = scores[id];
    if (score?.kind !== 'scored') continue;
    weighted += weight * score.points;
    weights += weight;
  }
  return weights === 0 ? undefined : divideHalfUp(10_000 * weighted, TOP_SCORE * weights);
}

/** Middle value; of an even number the mean of the two in the middle, the half up. Undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : divideHalfUp(lower + upper, 2);
}

/** What the reviews of a case give one criterion. */
export interface CriterionFigures {
  /** How many judged it. */
  readonly judged: number;
  readonly median: Hundredths;
  /** Whole points, lowest and highest. */
  readonly min: number;
  readonly max: number;
}

/** What the totals of a case's reviews amount to; `score` is the median, and it is the one that the advice reads. */
export interface CaseFigures {
  readonly totals: readonly Hundredths[];
  readonly score: Hundredths;
  readonly mean: Hundredths;
  readonly min: Hundredths;
  readonly max: Hundredths;
  /** Highest less lowest total. */
  readonly spread: Hundredths;
  /** By criterion; one that nobody could judge is not in it. */
  readonly criteria: Readonly<Record<string, CriterionFigures>>;
}

/** The figures of the reviews given, which should be those that count. Undefined where none has a total. */
export function caseFigures(rubric: Rubric, reviews: readonly Pick<ReviewDraft, 'scores'>[]): CaseFigures | undefined {
  const totals = reviews.flatMap(({ scores }) => total(rubric, scores) ?? []);
  const score = median(totals);
  if (score === undefined) return undefined;
  const min = Math.min(...totals);
  const max = Math.max(...totals);
  const sum = totals.reduce((left, right) => left + right, 0);
  const criteria = rubric.criteria.flatMap(({ id }) => {
    const figures = criterionFigures(pointsOf(id, reviews));
    return figures === undefined ? [] : [[id, figures] as const];
  });
  return {
    totals,
    score,
    mean: divideHalfUp(sum, totals.length),
    min,
    max,
    spread: max - min,
    criteria: Object.fromEntries(criteria),
  };
}

/** The points that reviews gave a criterion, in the order of the reviews, without those that could not judge it. */
export const pointsOf = (criterion: string, reviews: readonly Pick<ReviewDraft, 'scores'>[]): number[] =>
  reviews.flatMap(({ scores }) => {
    const score = scores[criterion];
    return score?.kind === 'scored' ? [score.points] : [];
  });

function criterionFigures(points: readonly number[]): CriterionFigures | undefined {
  const middle = median(points.map((point) => point * 100));
  if (middle === undefined) return undefined;
  return { judged: points.length, median: middle, min: Math.min(...points), max: Math.max(...points) };
}

/** A floor that the reviews of a case do not reach. */
export interface MissedFloor {
  readonly criterion: string;
  readonly mendable: boolean;
  readonly median: Hundredths;
  readonly min: number;
}

/**
 * The floors missed: the median of a criterion is below its floor, or one reviewer is below its minimum. A criterion
 * that nobody judged misses no floor; essential ones cannot stay unjudged in a review that counts.
 */
export function missedFloors(rubric: Rubric, figures: CaseFigures): MissedFloor[] {
  return rubric.criteria.flatMap(({ id, floor, mendable }): MissedFloor[] => {
    const found = figures.criteria[id];
    if (floor === undefined || found === undefined) return [];
    const reached = found.median >= floor.median * 100 && found.min >= (floor.minimum ?? 0);
    return reached ? [] : [{ criterion: id, mendable, median: found.median, min: found.min }];
  });
}
