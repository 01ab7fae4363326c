import type { Rubric } from '../module/rubric.ts';
import type { ReviewDraft } from './review.ts';
import { divideHalfUp, median, pointsOf, type Hundredths } from './score.ts';

/** Cases with two or more judgements that a criterion needs before its alpha is shown. Source: agreement figures. */
export const ALPHA_MINIMUM_CASES = 10;

export interface CriterionAgreement {
  /** Cases in which two or more reviewers judged the criterion. */
  readonly cases: number;
  /** Pairs of judgements within those cases. */
  readonly pairs: number;
  /** Whole percent of the pairs, the half up: the same points; at most one point apart. */
  readonly exactPercent: number;
  readonly withinOnePercent: number;
  /** Krippendorff's alpha for ordinal data, or undefined below 10 cases and where all judgements are the same. */
  readonly alpha: number | undefined;
}

/** How far reviewers agree on a criterion, over the counting reviews of many cases; undefined where no pair exists. */
export function agreementOn(
  criterion: string,
  cases: readonly (readonly Pick<ReviewDraft, 'scores'>[])[],
): CriterionAgreement | undefined {
  const units = cases.map((reviews) => pointsOf(criterion, reviews)).filter(({ length }) => length >= 2);
  const distances = units.flatMap(distancesOfPairs);
  if (distances.length === 0) return undefined;
  const percent = (limit: number): number =>
    divideHalfUp(100 * distances.filter((distance) => distance <= limit).length, distances.length);
  return {
    cases: units.length,
    pairs: distances.length,
    exactPercent: percent(0),
    withinOnePercent: percent(1),
    alpha: units.length < ALPHA_MINIMUM_CASES ? undefined : ordinalAlpha(units),
  };
}

/** By criterion, without those that no two reviewers judged in one case. */
export function agreementOf(
  rubric: Rubric,
  cases: readonly (readonly Pick<ReviewDraft, 'scores'>[])[],
): Record<string, CriterionAgreement> {
  const found = rubric.criteria.flatMap(({ id }) => {
    const agreement = agreementOn(id, cases);
    return agreement === undefined ? [] : [[id, agreement] as const];
  });
  return Object.fromEntries(found);
}

const distancesOfPairs = (points: readonly number[]): number[] =>
  points.flatMap((left, at) => points.slice(at + 1).map((right) => Math.abs(left - right)));

/**
 * Krippendorff's alpha for ordinal data: 1 − observed / expected disagreement; 1 is full agreement, 0 what chance
 * gives. A unit is what several people judged, in any order; those with one judgement are left out. Undefined where
 * fewer than two different values occur, since nothing could then have disagreed.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): D_o = Σ_u Σ_(c<k) 2·n_uc·n_uk·δ²/(m_u−1),
 * D_e = Σ_(c<k) 2·n_c·n_k·δ²/(n−1), δ_ck = Σ_(g=c..k) n_g − (n_c + n_k)/2.
 */
export function ordinalAlpha(units: readonly (readonly number[])[]): number | undefined {
  const pairable = units.filter(({ length }) => length >= 2);
  const all = pairable.flat();
  const distance = ordinalDistance(tally(all));
  const expected = disagreementWithin(all, distance);
  if (expected === 0) return undefined;
  const observed = pairable.reduce((sum, unit) => sum + disagreementWithin(unit, distance), 0);
  return 1 - observed / expected;
}

type Tally = ReadonlyMap<number, number>;
type Distance = (lower: number, upper: number) => number;

function tally(values: readonly number[]): Tally {
  const counts = new Map<number, number>();
  for (const value of values.toSorted((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Squared: two values are as far apart as there are judgements between them. */
const ordinalDistance =
  (counts: Tally): Distance =>
  (lower, upper) => {
    let between = 0;
    for (const [value, count] of counts)
      if (value >= lower && value <= upper) between += value === lower || value === upper ? count / 2 : count;
    return between ** 2;
  };

/** Over all pairs of different values, both ways, per partner of a judgement. */
function disagreementWithin(values: readonly number[], distance: Distance): number {
  const counts = [...tally(values)];
  const pairs = counts.flatMap(([lower, low], at) =>
    counts.slice(at + 1).map(([upper, high]) => 2 * low * high * distance(lower, upper)),
  );
  return pairs.length === 0 ? 0 : pairs.reduce((left, right) => left + right) / (values.length - 1);
}

export interface Leniency {
  /** Own total less the median of the others', on average; above 0 is milder than they are. */
  readonly mean: Hundredths;
  /** Cases that the mean is of; to be shown with it, and never applied. */
  readonly cases: number;
}

/** How mild a reviewer is. Cases without another reviewer's total say nothing; undefined where none does. */
export function leniencyOf(
  cases: readonly { readonly own: Hundredths; readonly others: readonly Hundredths[] }[],
): Leniency | undefined {
  const differences = cases.flatMap(({ own, others }) => {
    const middle = median(others);
    return middle === undefined ? [] : [own - middle];
  });
  if (differences.length === 0) return undefined;
  const sum = differences.reduce((left, right) => left + right);
  return { mean: divideHalfUp(sum, differences.length), cases: differences.length };
}
