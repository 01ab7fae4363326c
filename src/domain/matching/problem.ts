import type { PersonId, SubmissionId } from '../ids.ts';

/** A case that wants reviewers, so many of them. */
export interface CaseInProblem {
  readonly submissionId: SubmissionId;
  readonly wanted: number;
}

/** Somebody who may review, and for how many cases more they may be asked. */
export interface PersonInProblem {
  readonly personId: PersonId;
  readonly room: number;
}

/** Who may be asked about which case, and how well each pair fits. */
export interface MatchingProblem {
  /** The one that has waited longest first: where people are too few, it comes first. */
  readonly cases: readonly CaseInProblem[];
  readonly people: readonly PersonInProblem[];
  /**
   * A row for each case with a value for each person, 1 to `FULL_WORTH`: the affinity in hundredths of a percent. 0
   * stands for whoever must not be asked: a conflict, another language, no room, or asked already.
   */
  readonly worth: Uint16Array;
}

export const FULL_WORTH = 10_000;

/** The people of each case, in the order of the cases; numbers are places in `people`. */
export type Picks = readonly (readonly number[])[];

/** Those of one case; nobody where the answer has no such case. */
export const peopleFor = (picks: Picks, one: number): readonly number[] => picks.slice(one, one + 1).flat();

export const worthOf = ({ people, worth }: MatchingProblem, one: number, person: number): number =>
  numberAt(worth, one * people.length + person);

/** A number of a list; none is there that is not asked for. */
export const numberAt = (list: ArrayLike<number>, at: number): number => Number(list[at]);

/** What an empty place costs, against the best fit of `FULL_WORTH`: nobody is spared a place to make another fit better. */
const EMPTY = 20_000;
/** Each further place of one case that is left empty costs more, by more than any fit: two cases with a reviewer each go before one with two. */
const EMPTIER = 12_500;
/** What the case that has waited longest is put before the one that came last. */
const PATIENCE = 2_000;
/** What the next review on one desk costs: about as much as a better fit by a twentieth. */
const HEAVIER = 500;
/** A desk with more room than this is filled in as many strides. */
const STRIDES = 8;

/** What each place of case `one` of `all` costs that is left empty, the first to go first. */
export function costsOfEmpty({ wanted }: CaseInProblem, one: number, all: number): number[] {
  const waited = Math.round((PATIENCE * (all - one)) / all);
  return Array.from({ length: wanted }, (_, place) => EMPTY + waited + place * EMPTIER);
}

export interface Stride {
  /** How many reviews. */
  readonly most: number;
  /** What each of them costs. */
  readonly cost: number;
}

/** How a desk fills: the first reviews cost nothing, later ones more and more, and there are no more than it has room for. */
export function stridesOf({ room }: PersonInProblem): Stride[] {
  const width = Math.max(1, Math.ceil(room / STRIDES));
  return Array.from({ length: Math.ceil(room / width) }, (_, stride) => ({
    most: Math.min(width, room - stride * width),
    cost: stride * HEAVIER,
  }));
}

/** How good an answer is: the worth of all pairs, less what empty places and full desks cost. */
export function valueOf(problem: MatchingProblem, picks: Picks): number {
  const { cases, people } = problem;
  const fits = picks.flatMap((picked, one) => picked.map((person) => worthOf(problem, one, person)));
  const empty = cases.flatMap((each, one) => {
    const left = each.wanted - peopleFor(picks, one).length;
    return costsOfEmpty(each, one, cases.length).slice(0, left);
  });
  const loads = loadsOf(problem, picks);
  const desks = people.map((person, at) => costOfLoad(person, numberAt(loads, at)));
  return sum(fits) - sum(empty) - sum(desks);
}

/** How many cases each person was given. */
export function loadsOf({ people }: MatchingProblem, picks: Picks): Uint32Array {
  const loads = new Uint32Array(people.length);
  for (const person of picks.flat()) loads[person] = numberAt(loads, person) + 1;
  return loads;
}

function costOfLoad(person: PersonInProblem, load: number): number {
  let left = load;
  const costs = stridesOf(person).map(({ most, cost }) => {
    const taken = Math.min(most, left);
    left -= taken;
    return taken * cost;
  });
  return sum(costs);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0);
