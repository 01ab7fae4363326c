import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from './in-transaction.ts';

/**
 * A query that is built and compiled once for each database, and then only run. Building one anew costs ten times as
 * much as running it, so every query of a page that people wait for is made this way; what differs from run to run is
 * an `sql.placeholder`. Works on the database and inside a transaction, which share one connection.
 */
export function statement<R extends Reader, Prepared>(
  build: (reader: R) => { prepare(): Prepared },
): (reader: R) => Prepared {
  const made = new WeakMap<object, Prepared>();
  return (reader) => {
    const connection = reader.$client;
    const known = made.get(connection);
    if (known !== undefined) return known;
    const prepared = build(reader).prepare();
    made.set(connection, prepared);
    return prepared;
  };
}

/** A list that is known only when the statement runs, for `inArray`; it is given as `asList(values)`. */
export const listOf = (name: string): SQL => sql`(select value from json_each(${sql.placeholder(name)}))`;

export const asList = (values: readonly (string | number)[]): string => JSON.stringify(values);
