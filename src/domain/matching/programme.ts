import { costsOfEmpty, numberAt, stridesOf, worthOf, type MatchingProblem } from './problem.ts';

/**
 * Columns of a linear programme, packed one behind the other: what one unit of each is worth, how many units it may
 * have, and its entries by row. Column `n` owns the entries from `starts[n]` to `starts[n + 1]`.
 */
export interface Columns {
  readonly worth: Float64Array;
  readonly most: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly entries: Float64Array;
}

/** To be made as large as can be; a row is a sum that must lie between `least` and `most`. */
export interface Programme {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly columns: Columns;
}

export interface Column {
  readonly worth: number;
  readonly most: number;
  readonly rows: readonly number[];
  /** The same in each of its rows. */
  readonly entry: 1 | -1;
}

export function packed(columns: readonly Column[]): Columns {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ rows }, column) => (starts[column + 1] = numberAt(starts, column) + rows.length));
  const rows = new Int32Array(numberAt(starts, columns.length));
  const entries = new Float64Array(rows.length);
  columns.forEach((column, at) => {
    rows.set(column.rows, numberAt(starts, at));
    entries.fill(column.entry, numberAt(starts, at), numberAt(starts, at + 1));
  });
  const worth = Float64Array.from(columns, (column) => column.worth);
  return { worth, most: Float64Array.from(columns, ({ most }) => most), starts, rows, entries };
}

/** What stands beside the pairs: a column for each place left empty and for each stride of a desk. */
export function frameOf({ cases, people }: MatchingProblem): Column[] {
  const empty = cases.flatMap((each, one) =>
    costsOfEmpty(each, one, cases.length).map((cost): Column => ({ worth: -cost, most: 1, rows: [one], entry: 1 })),
  );
  const desks = people.flatMap((person, at) =>
    stridesOf(person).map(({ most, cost }): Column => ({ worth: -cost, most, rows: [cases.length + at], entry: -1 })),
  );
  return [...empty, ...desks];
}

/**
 * The programme with the pairs given. A row for each case: its people and its empty places are as many as it wants. A
 * row for each person: their cases are no more than the strides of their desk hold. Every column has one entry for a
 * case and one for a person at most, so a corner of the programme, which is what simplex finds, has whole numbers.
 */
export function programmeOf(problem: MatchingProblem, pairs: readonly Pair[]): Programme {
  const { cases, people } = problem;
  const least = new Float64Array(cases.length + people.length).fill(-Infinity);
  const most = new Float64Array(cases.length + people.length);
  cases.forEach(({ wanted }, one) => {
    least[one] = wanted;
    most[one] = wanted;
  });
  return { least, most, columns: packed([...frameOf(problem), ...pairs.map((pair) => columnOf(problem, pair))]) };
}

export interface Pair {
  readonly one: number;
  readonly person: number;
}

/** A person asked about a case: once or not at all. */
export const columnOf = (problem: MatchingProblem, { one, person }: Pair): Column => ({
  worth: worthOf(problem, one, person),
  most: 1,
  rows: [one, problem.cases.length + person],
  entry: 1,
});
