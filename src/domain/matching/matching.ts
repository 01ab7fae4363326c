import { affinityOf, type Affinity } from '../assignment/affinity.ts';
import { HALF_YEAR_LIMIT, type Load } from '../assignment/alternates.ts';
import type { PublicId, SubmissionId } from '../ids.ts';
import type { Policy } from '../module/definition.ts';
import { bestPicks, type BestPicks, type Solver } from './best-picks.ts';
import { breachesOf } from './check-picks.ts';
import { MatchingFailed } from './matching-faults.ts';
import { peopleFor, valueOf, type MatchingProblem } from './problem.ts';
import type { Programme } from './programme.ts';
import type { MatchingQuestion, WeighedCase } from './weigh-case.ts';

/**
 * Why places stay empty. `nobody_reads`: no reviewer reads the language. `kept_out`: all who do are in conflict or were
 * asked already. `no_room`: those who are left have enough on their desks, with what is proposed to them here.
 * `too_few`: everybody who is left is proposed.
 */
export type Shortfall = 'nobody_reads' | 'kept_out' | 'no_room' | 'too_few';

/** Who is proposed for a case, best first, with the parts that speak for each. */
export interface CaseProposal {
  readonly submissionId: SubmissionId;
  readonly publicId: PublicId;
  /** Of the case as it was looked at. */
  readonly revision: number;
  readonly opens: boolean;
  readonly wanted: number;
  readonly people: readonly Affinity[];
  readonly short: Shortfall | undefined;
}

export interface Matching {
  readonly cases: readonly CaseProposal[];
  readonly value: number;
  /** No answer can be worth more: the two are equal, but for rounding. */
  readonly bound: number;
}

/**
 * The best reviewers for all cases at once: as many places filled as can be, the longest waiting first, the best fits,
 * and desks evenly full. Nobody is written to by this. Throws `MatchingFailed`.
 */
export function matchReviewers(
  question: MatchingQuestion,
  weighed: readonly WeighedCase[],
  solverFor: (programme: Programme) => Solver,
): Matching {
  const cases = [...weighed].sort((a, b) => Number(a.since > b.since) - Number(a.since < b.since));
  const problem = problemOf(question, cases);
  const best = cases.length === 0 ? nothing : bestPicks(problem, solverFor);
  const value = soundValue(problem, best);
  const { picks, bound } = best;
  return { cases: cases.map((one, at) => proposalOf(question, one, peopleFor(picks, at))), value, bound };
}

const nothing: BestPicks = { picks: [], bound: 0 };
/** How far from the bound an answer may be, as a share of it. */
const NEAR_ENOUGH = 0.001;

/** The value of an answer that keeps every rule and is as good as can be; whoever worked it out is not believed. */
function soundValue(problem: MatchingProblem, { picks, bound }: BestPicks): number {
  const [breach] = breachesOf(problem, picks);
  const value = valueOf(problem, picks);
  if (breach !== undefined) throw new MatchingFailed('unsound', `The proposals break a rule: ${breach}`);
  if (bound - value > 1 + NEAR_ENOUGH * Math.abs(bound))
    throw new MatchingFailed('unsound', `The proposals are worth ${String(value)} and could be ${String(bound)}`);
  return value;
}

export function problemOf({ reviewers, definition }: MatchingQuestion, cases: readonly WeighedCase[]): MatchingProblem {
  const worth = new Uint16Array(cases.length * reviewers.length);
  cases.forEach((one, at) => {
    worth.set(one.worth, at * reviewers.length);
  });
  const people = reviewers.map(({ personId, load }) => ({ personId, room: roomLeft(load, definition.policy) }));
  return { cases, people, worth };
}

/** For how many reviews more somebody may be asked. */
export const roomLeft = ({ open, halfYear }: Load, { reviewerOpenLimit }: Pick<Policy, 'reviewerOpenLimit'>): number =>
  Math.max(0, Math.min(reviewerOpenLimit - open, HALF_YEAR_LIMIT - halfYear));

function proposalOf(question: MatchingQuestion, one: WeighedCase, picks: readonly number[]): CaseProposal {
  const { submissionId, publicId, revision, opens, wanted, interests } = one;
  const people = picks
    .flatMap((at) => question.reviewers.slice(at, at + 1))
    .map((reviewer) => affinityOf(interests, reviewer, question.definition.policy));
  const short = people.length < wanted ? shortfallOf(one, people.length) : undefined;
  return { submissionId, publicId, revision, opens, wanted, people, short };
}

function shortfallOf({ readers, free, withRoom }: WeighedCase, found: number): Shortfall {
  if (readers === 0) return 'nobody_reads';
  if (free === 0) return 'kept_out';
  return free > withRoom || withRoom > found ? 'no_room' : 'too_few';
}
