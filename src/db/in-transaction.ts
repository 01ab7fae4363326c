import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Database, RunResult } from 'better-sqlite3';
import type { Db, Schema } from './open-database.ts';

/** Reads come from the database itself or from inside a transaction. */
export type Reader = BaseSQLiteDatabase<'sync', RunResult, Schema> & { readonly $client: Database };

declare const writable: unique symbol;
/** A transaction that is open. Stores take nothing else, so a write outside a transaction does not compile. */
export type Tx = Reader & { readonly [writable]: true };

/** A body that returns a promise does not compile: its later writes would be committed on their own. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T;

/** The one door to writing. Immediate, so that a read inside it cannot be overtaken by another writer. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Sync<T>): T {
  return db.transaction(
    (inner) => {
      const lease = { open: true };
      try {
        return work(leased(inner as unknown as Tx, db.$client, lease));
      } finally {
        lease.open = false;
      }
    },
    { behavior: 'immediate' },
  );
}

/** A transaction kept and used after its end would write on its own; refuse instead. */
function leased(tx: Tx, connection: Database, lease: { open: boolean }): Tx {
  return new Proxy(tx, {
    get(target, property): unknown {
      if (!lease.open) throw new Error('This transaction has ended; nothing more can be written through it.');
      if (property === '$client') return connection;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}
