import { costsOfEmpty, numberAt, stridesOf, worthOf, type MatchingProblem } from './problem.ts';
import type { Pair } from './programme.ts';

export interface Priced {
  /** No answer of the whole problem, with every pair in it, can be worth more. */
  readonly bound: number;
  /** Pairs that are not in the programme yet and would better it, a few of each case. */
  readonly better: readonly Pair[];
}

/** Pairs of one case that are taken in at a time. */
const AT_ONCE = 6;
/** Less than the smallest difference between two values, which are whole numbers. */
const HARDLY = 1e-6;

/**
 * Looks at all pairs with the prices that the programme put on its rows. By the duality of linear programmes these
 * prices bound every answer, also one with pairs that the programme does not know; and where no pair would better it,
 * its answer is the best of all.
 */
export function pricePairs(problem: MatchingProblem, prices: Float64Array, isIn: (pair: Pair) => boolean): Priced {
  const { cases, people } = problem;
  const better: Pair[] = [];
  let bound = boundOfFrame(problem, prices);
  cases.forEach((_, one) => {
    const price = numberAt(prices, one);
    const found: (Pair & { gain: number })[] = [];
    for (let person = 0; person < people.length; person += 1) {
      const worth = worthOf(problem, one, person);
      const gain = worth - price - priceOf(problem, prices, person);
      if (worth === 0 || gain <= 0) continue;
      bound += gain;
      if (gain > HARDLY && !isIn({ one, person })) found.push({ one, person, gain });
    }
    better.push(...found.sort((left, right) => right.gain - left.gain).slice(0, AT_ONCE));
  });
  return { bound, better };
}

/** A desk's row only has a most: its price is never negative, but for rounding. */
const priceOf = ({ cases }: MatchingProblem, prices: Float64Array, person: number): number =>
  Math.max(0, numberAt(prices, cases.length + person));

function boundOfFrame(problem: MatchingProblem, prices: Float64Array): number {
  let bound = 0;
  problem.cases.forEach((each, one) => {
    const price = numberAt(prices, one);
    bound += price * each.wanted;
    for (const cost of costsOfEmpty(each, one, problem.cases.length)) bound += Math.max(0, -cost - price);
  });
  problem.people.forEach((person, at) => {
    const price = priceOf(problem, prices, at);
    for (const { most, cost } of stridesOf(person)) bound += most * Math.max(0, price - cost);
  });
  return bound;
}
