import type { SubmissionState } from '../../src/domain/submission/state.ts';

/** How many of a hundred cases stand in each state: a module that has run for two years and is well used. */
const hundred: readonly (readonly [SubmissionState, number])[] = [
  ['draft', 8],
  ['screening', 10],
  ['in_review', 20],
  ['revision', 8],
  ['accepted', 6],
  ['publishing', 2],
  ['published', 26],
  ['rejected', 15],
  ['withdrawn', 4],
  ['removed', 1],
];

const spread = hundred.flatMap(([state, count]) => Array.from({ length: count }, () => state));

/** Mixed, so that neighbours by number are not in the same state; each hundred has all of them. */
export const stateOf = (index: number): SubmissionState => spread[(index * 37) % spread.length] ?? 'draft';

/** States that are over: their cases were entered long ago, all others within days, so that nothing is overdue. */
export const isOver = (state: SubmissionState): boolean =>
  state === 'published' || state === 'rejected' || state === 'withdrawn' || state === 'removed';

/** Everybody who reviews: about eight assignments each. */
export const reviewersFor = (cases: number): number => Math.max(20, Math.round(cases / 5));
/** About every fiftieth round asks the one reviewer whose pages are measured: 15 reviews of 1,000 cases, 1,500 of 100,000. */
export const OFTEN_ASKED = 50;
/** So that even a small database has reviews of hers, every round among so many first cases asks her. */
export const SURELY_ASKED = 10;
