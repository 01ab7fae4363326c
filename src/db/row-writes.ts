import { getTableColumns, sql, type Column, type InferInsertModel, type SQL } from 'drizzle-orm';
import type { SQLiteInsertBase, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { RunResult } from 'better-sqlite3';
import type { Tx } from './in-transaction.ts';
import { given, statement, type Given, type Values } from './statement.ts';

type Facts<T extends SQLiteTable> = Partial<InferInsertModel<T>>;
type Always<T extends SQLiteTable> = { readonly [Name in keyof T['$inferInsert']]?: SQL | null };
type Insert<T extends SQLiteTable> = SQLiteInsertBase<T, 'sync', RunResult>;
interface Write {
  prepare(): { get(): unknown; all(): unknown; run(values?: Record<string, unknown>): RunResult };
}

/** The insertion of a row, made once. What the row leaves out has the default of its column, or is empty. */
export function insertsInto<T extends SQLiteTable>(
  table: T,
  onConflict: (insert: Insert<T>) => unknown = (insert) => insert,
): (tx: Tx, row: T['$inferInsert']) => void {
  const columns = Object.entries<Column>(getTableColumns(table)).filter(([, { generated }]) => generated === undefined);
  const insert = statement((tx: Tx) => {
    const places = Object.fromEntries(columns.map(([name]) => [name, sql`${sql.placeholder(name)}`]));
    return onConflict(tx.insert(table).values(places as never)) as Write;
  });
  return (tx, row: Readonly<Record<string, unknown>>) => {
    const values = columns.map(([name, column]) => [name, stored(column, filled(column, row[name]))]);
    insert(tx).run(Object.fromEntries(values) as Values);
  };
}

/** The new value of a column, for a row that is there already. */
export const excluded = ({ name }: Column): SQL => sql`excluded.${sql.identifier(name)}`;

/**
 * An update of the rows that `where` finds. It writes the columns that it is given and those of `always`; it is made
 * once for each set of columns. Answers how many rows it changed.
 */
export function updatesOf<T extends SQLiteTable, V extends Values>(
  table: T,
  where: (given: Given<V>) => SQL | undefined,
  always: Always<T> = {},
): (tx: Tx, facts: Facts<T>, values: V) => number {
  const columns = getTableColumns(table) as Record<string, Column>;
  const byColumns = new Map<string, (tx: Tx) => { run(values: Values): RunResult }>();
  return (tx, facts, values) => {
    const written = Object.entries<unknown>(facts).filter(([, value]) => value !== undefined);
    const names = written.map(([name]) => name);
    const known = byColumns.get(names.join());
    const update = known ?? statement((inner: Tx) => updateOf(inner, names));
    if (known === undefined) byColumns.set(names.join(), update);
    const news = written.map(([name, value]) => [newOf(name), stored(columns[name], value)]);
    return update(tx).run({ ...values, ...(Object.fromEntries(news) as Values) }).changes;
  };

  function updateOf(tx: Tx, names: readonly string[]): Write {
    const places = Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(newOf(name))}`]));
    const update = tx.update(table).set({ ...places, ...always });
    return update.where(where(given()));
  }
}

/** Apart from what `where` is given, which may have the name of the column and its old value. */
const newOf = (name: string): string => `new ${name}`;

const filled = (column: Column, value: unknown): unknown => (value === undefined ? (column.default ?? null) : value);

/** As SQLite keeps it. Empty stays empty, which a column of JSON or of yes and no would not see to by itself. */
const stored = (column: Column | undefined, value: unknown): unknown =>
  value === null || column === undefined ? value : column.mapToDriverValue(value);
