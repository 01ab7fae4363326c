import { MatchingFailed } from './matching-faults.ts';
import { pricePairs } from './price-pairs.ts';
import { numberAt, worthOf, type MatchingProblem, type Picks } from './problem.ts';
import { columnOf, frameOf, packed, programmeOf, type Columns, type Pair, type Programme } from './programme.ts';

/** A linear programme in the hands of whoever can solve it. */
export interface Solver {
  /** The best there is with the columns that it knows. Throws `MatchingFailed` where it finds none, or not in time. */
  solve(): Solved;
  add(columns: Columns): void;
}

export interface Solved {
  /** Units of each column. */
  readonly amounts: Float64Array;
  /** What one more unit in each row would be worth. */
  readonly prices: Float64Array;
}

export interface BestPicks {
  readonly picks: Picks;
  /** No answer can be worth more. */
  readonly bound: number;
}

/** Pairs of one case with which the programme begins. */
const FIRST_PAIRS = 12;

/**
 * The best answer to the whole problem, by a programme that holds few of its pairs: it begins with those that fit best,
 * is solved, and takes in what would better it, until nothing would. That is proof, and mostly comes after three or four
 * rounds with a tenth of all pairs.
 */
export function bestPicks(problem: MatchingProblem, solverFor: (programme: Programme) => Solver): BestPicks {
  const pairs = problem.cases.flatMap((_, one) => fittest(problem, one));
  const known = new Set(pairs.map((pair) => keyOf(problem, pair)));
  const solver = solverFor(programmeOf(problem, pairs));
  for (;;) {
    const solved = solver.solve();
    const { bound, better } = pricePairs(problem, solved.prices, (pair) => known.has(keyOf(problem, pair)));
    if (better.length === 0) return { picks: picksOf(problem, pairs, solved), bound };
    solver.add(packed(better.map((pair) => columnOf(problem, pair))));
    for (const pair of better) known.add(keyOf(problem, pair));
    pairs.push(...better);
  }
}

const keyOf = ({ people }: MatchingProblem, { one, person }: Pair): number => one * people.length + person;

/** Among equals each case begins with other people, or all cases would begin with the same. */
function fittest(problem: MatchingProblem, one: number): Pair[] {
  const many = problem.people.length;
  const worths = problem.people
    .map((_, at) => {
      const person = (at + one) % many;
      return { one, person, worth: worthOf(problem, one, person) };
    })
    .filter(({ worth }) => worth > 0);
  return worths.sort((left, right) => right.worth - left.worth).slice(0, FIRST_PAIRS);
}

function picksOf(problem: MatchingProblem, pairs: readonly Pair[], { amounts }: Solved): Picks {
  const frame = frameOf(problem).length;
  const picked = new Map<number, number[]>();
  pairs.forEach(({ one, person }, at) => {
    const amount = numberAt(amounts, frame + at);
    const whole = Math.round(amount);
    if (Math.abs(amount - whole) > 1e-6) throw new MatchingFailed('no_answer', 'Somebody was given a part of a case');
    if (whole === 1) picked.set(one, [...(picked.get(one) ?? []), person]);
  });
  return problem.cases.map((_, one) =>
    (picked.get(one) ?? []).sort(
      (left, right) => worthOf(problem, one, right) - worthOf(problem, one, left) || left - right,
    ),
  );
}
