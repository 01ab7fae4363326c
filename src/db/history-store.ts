import { createHash } from 'node:crypto';
import { asc, desc, eq, gt } from 'drizzle-orm';
import { chainedBytes, type Act, type HistoryEntry } from '../domain/history.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto } from './row-writes.ts';
import { history } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

const first = '0'.repeat(64);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const newest = statement((reader) =>
  reader.select({ n: history.n, hash: history.hash }).from(history).orderBy(desc(history.n)).limit(1),
);

const insertHistory = insertsInto(history);

/** Adds a row to the chain, in the transaction of what it tells. */
export function appendHistory(tx: Tx, entry: HistoryEntry): void {
  const last = newest(tx).get();
  const n = (last?.n ?? 0) + 1;
  const prev = last?.hash ?? first;
  const hash = sha256(chainedBytes(n, prev, entry));
  insertHistory(tx, { ...entry, body: JSON.stringify(entry.body), n, prev, hash });
}

export interface ChainReport {
  readonly rows: number;
  readonly head: string;
  /** The first row whose hash or link is wrong. */
  readonly brokenAt?: number;
}

const ROWS_AT_A_TIME = 1000;

const after = statement((reader, { n }: Given<{ n: number }>) =>
  reader.select().from(history).where(gt(history.n, n)).orderBy(asc(history.n)).limit(ROWS_AT_A_TIME),
);

/** Follows the whole chain; a changed, missing or reordered row shows where. */
export function verifyHistory(reader: Reader): ChainReport {
  let prev = first;
  let rows = 0;
  for (;;) {
    const page = after(reader).all({ n: rows });
    for (const row of page) {
      const isNext = row.n === rows + 1 && row.prev === prev;
      if (!isNext || row.hash !== hashOf(row)) return { rows, head: prev, brokenAt: row.n };
      prev = row.hash;
      rows = row.n;
    }
    if (page.length < ROWS_AT_A_TIME) return { rows, head: prev };
  }
}

/** Undefined where the row cannot even be read. */
function hashOf(row: typeof history.$inferSelect): string | undefined {
  try {
    const body = JSON.parse(row.body) as HistoryEntry['body'];
    return sha256(chainedBytes(row.n, row.prev, { ...row, act: row.act as Act, body }));
  } catch {
    return undefined;
  }
}

/** The hash of a row by its number; 0 is where the chain begins. */
export function historyHash(reader: Reader, n: number): string | undefined {
  if (n === 0) return first;
  return reader.select({ hash: history.hash }).from(history).where(eq(history.n, n)).get()?.hash;
}

const ofObject = statement((reader, { object }: Given<{ object: string }>) =>
  reader
    .select({ at: history.at, actor: history.actor, act: history.act, body: history.body })
    .from(history)
    .where(eq(history.object, object))
    .orderBy(asc(history.n)),
);

/** What happened to one object, oldest first. */
export function historyOf(
  reader: Reader,
  object: string,
): { at: string; actor: string; act: Act; body: HistoryEntry['body'] }[] {
  return ofObject(reader)
    .all({ object })
    .map((row) => ({ ...row, act: row.act as Act, body: JSON.parse(row.body) as HistoryEntry['body'] }));
}
