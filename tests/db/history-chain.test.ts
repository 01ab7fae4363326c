import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { appendHistory, historyHash, verifyHistory } from '../../src/db/history-store.ts';
import { inTransaction } from '../../src/db/in-transaction.ts';
import type { Db } from '../../src/db/open-database.ts';
import * as schema from '../../src/db/schema/index.ts';
import { withDatabase } from '../support/database.ts';
import { seedOf, times } from '../support/long-run.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ROWS = 200;
const acts = ['send', 'screened', 'invited', 'decided', 'change_opened'] as const;

type Row = Record<'n' | 'at' | 'actor' | 'act' | 'object' | 'body' | 'prev' | 'hash', string | number>;
/** Does something to the rows that nobody may do. */
type Forgery = (rows: Row[], pick: (top: number) => number) => Row[];

const columns = ['at', 'actor', 'act', 'object', 'body', 'prev', 'hash'] as const;

const forgeries: Readonly<Record<string, Forgery>> = {
  flip: (rows, pick) => {
    const row = rows[pick(rows.length)];
    const column = columns[pick(columns.length)] ?? 'body';
    const text = String(row?.[column]);
    const at = pick(text.length);
    const other = String.fromCodePoint((text.codePointAt(at) ?? 0) ^ (1 << pick(5)));
    if (row !== undefined) row[column] = text.slice(0, at) + other + text.slice(at + 1);
    return rows;
  },
  delete: (rows, pick) => rows.toSpliced(pick(rows.length - 1), 1),
  'delete and close the gap': (rows, pick) =>
    rows.toSpliced(pick(rows.length - 1), 1).map((row, index) => ({ ...row, n: index + 1 })),
  reorder: (rows, pick) => {
    const at = pick(rows.length - 1);
    const [one, two] = [rows[at], rows[at + 1]];
    if (one === undefined || two === undefined) return rows;
    return rows.toSpliced(at, 2, { ...two, n: one.n }, { ...one, n: two.n });
  },
  repeat: (rows, pick) => [...rows, { ...(rows[pick(rows.length)] ?? rows[0]), n: rows.length + 1 } as Row],
  cut: (rows, pick) => rows.slice(0, -1 - pick(20)),
};

describe('the chain of the history', () => {
  it('shows every forgery, and the mark of a backup the one that it cannot show', async (t) => {
    await withDatabase((db) => {
      fill(db);
      const mark = historyHash(db, ROWS);
      const before = db.$client.prepare('select * from history order by n').all() as Row[];
      const random = seededRandom(seedOf(20261125));
      const pick = (top: number): number => Math.floor(random() * top);
      const tries = times(1000, 10_000);
      const names = Object.keys(forgeries);
      const seen = { tries, byChain: 0, byMarkAlone: 0, undetected: 0, byCountingAlone: 0 };
      for (let turn = 0; turn < tries; turn += 1) {
        const forge = forgeries[names[turn % names.length] ?? ''];
        const rows = forge?.(structuredClone(before), pick) ?? [];
        const copy = holding(rows);
        const inChain = verifyHistory(copy).brokenAt !== undefined;
        const atMark = historyHash(copy, ROWS) !== mark;
        copy.$client.close();
        if (inChain) seen.byChain += 1;
        else if (atMark) seen.byMarkAlone += 1;
        else seen.undetected += 1;
        if (rows.length !== before.length) seen.byCountingAlone += 1;
      }
      t.diagnostic(JSON.stringify(seen));
      assert.equal(seen.undetected, 0);
      assert.ok(seen.byMarkAlone > 0, 'without the mark what was cut off would not be seen');
      assert.ok(seen.byCountingAlone < tries * 0.7, 'without the chain the others would not be seen');
    });
  });

  it('tells of a row that cannot be read at all', async () => {
    await withDatabase((db) => {
      fill(db);
      const rows = db.$client.prepare('select * from history order by n').all() as Row[];
      const copy = holding(rows.map((row) => (row.n === 7 ? { ...row, body: '{' } : row)));
      assert.equal(verifyHistory(copy).brokenAt, 7);
      copy.$client.close();
    });
  });
});

function fill(db: Db): void {
  inTransaction(db, (tx) => {
    for (let row = 0; row < ROWS; row += 1) {
      appendHistory(tx, {
        at: new Date(Date.UTC(2026, 0, 1, 0, row)).toISOString(),
        actor: row % 3 === 0 ? 'service' : `person-${String(row)}`,
        act: acts[row % acts.length] ?? 'send',
        object: `case-${String(row % 17)}`,
        body: row % 2 === 0 ? {} : { number: row, held: row % 5 === 0, by: `p${String(row)}` },
      });
    }
  });
}

/** A history of these rows without any rule that would keep them out. */
function holding(rows: readonly Row[]): Db {
  const client = new Database(':memory:');
  client.exec('create table history (n integer primary key, at, actor, act, object, body, prev, hash)');
  const insert = client.prepare('insert into history values (@n, @at, @actor, @act, @object, @body, @prev, @hash)');
  client.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
  return drizzle(client, { schema });
}
