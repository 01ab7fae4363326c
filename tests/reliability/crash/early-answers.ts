/* eslint-disable @typescript-eslint/unbound-method -- each is called with the object that it belongs to */
/**
 * Loaded into the service before the program, to prove that what looks for losses finds them: a transaction ends
 * without a commit and leaves its commit to the next tick of a timer, so that people are answered before it.
 */
import Database from 'better-sqlite3';

const LATE_MS = 250;

type Run = (...words: unknown[]) => unknown;
type Transaction = Run & Record<'default' | 'deferred' | 'immediate' | 'exclusive', Run>;

const { exec, transaction } = Database.prototype;
const make = transaction as unknown as (this: Database.Database, body: Run) => Transaction;

/** Opens a transaction around the one that is asked for, which so becomes a savepoint. */
function aroundLate(db: Database.Database): void {
  if (db.inTransaction) return;
  exec.call(db, 'BEGIN IMMEDIATE');
  setTimeout(() => {
    if (db.open && db.inTransaction) exec.call(db, 'COMMIT');
  }, LATE_MS);
}

function late(this: Database.Database, body: Run): Transaction {
  const inner = make.call(this, body);
  const lately =
    (run: Run): Run =>
    (...words) => {
      aroundLate(this);
      return run(...words);
    };
  const kinds = ['default', 'deferred', 'immediate', 'exclusive'] as const;
  const each = Object.fromEntries(kinds.map((kind) => [kind, lately(inner[kind])]));
  return Object.assign(lately(inner), each) as unknown as Transaction;
}

Object.assign(Database.prototype, { transaction: late });
