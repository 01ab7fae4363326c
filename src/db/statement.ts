import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Reader } from './in-transaction.ts';

/** What a statement is run with, by name, as SQLite keeps it: 1 and 0, an instant as its text, a list as `asList`. */
type Value = string | number | null;
export type Values = Readonly<Record<string, Value>>;
/** The same where the names are known; an interface is one too. */
type Named<V> = Readonly<Record<keyof V, Value>>;

/** The same while the statement is made, where each stands for the value that a run will give. */
export type Given<V extends Named<V>> = { readonly [Name in keyof V]: Placeholder<Name & string, V[Name]> };

interface Prepared {
  get(values?: Record<string, unknown>): unknown;
  all(values?: Record<string, unknown>): unknown;
  run(values?: Record<string, unknown>): unknown;
}

type Needed<V extends Named<V>> = [Values] extends [V] ? [values?: V] : [values: V];

interface Statement<P extends Prepared, V extends Named<V>> {
  get(...values: Needed<V>): ReturnType<P['get']>;
  all(...values: Needed<V>): ReturnType<P['all']>;
  run(...values: Needed<V>): ReturnType<P['run']>;
}

/**
 * A query that is built and compiled once for each database, and then only run. Building one anew costs ten times as
 * much as running it, so every query of a page that people wait for is made this way; what differs from run to run is
 * `given`. Works on the database and inside a transaction, which share one connection.
 */
export function statement<R extends Reader, P extends Prepared, V extends Named<V> = Values>(
  build: (reader: R, given: Given<V>) => { prepare(): P },
): (reader: R) => Statement<P, V> {
  const made = new WeakMap<object, P>();
  return (reader) => {
    const connection = reader.$client;
    const known = made.get(connection);
    if (known !== undefined) return known as Statement<P, V>;
    const prepared = build(reader, given<V>()).prepare();
    made.set(connection, prepared);
    return prepared as Statement<P, V>;
  };
}

/** Whatever name is asked of it, the place of the value of that name. */
export const given = <V extends Named<V>>(): Given<V> =>
  new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Given<V>;

/** A list that is known only when the statement runs, for `inArray`; it is given as `asList(values)`. */
export const listOf = (list: Placeholder): SQL => sql`(select value from json_each(${list}))`;

export const asList = (values: readonly (string | number)[]): string => JSON.stringify(values);
