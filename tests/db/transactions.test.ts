import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { appendHistory, verifyHistory } from '../../src/db/history-store.ts';
import { inTransaction, type Tx } from '../../src/db/in-transaction.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { DatabaseUnfit } from '../../src/db/open-database.ts';
import { people } from '../../src/db/schema/index.ts';
import { StorageUnavailable } from '../../src/domain/storage-faults.ts';
import { groupedWrites } from '../../src/db/write.ts';
import type { HistoryEntry } from '../../src/domain/history.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { withDatabase } from '../support/database.ts';

const entry = (object: string): HistoryEntry => ({
  at: '2026-01-01T00:00:00.000Z',
  actor: 'service',
  act: 'send',
  object,
  body: { b: 1, a: 'x' },
});
const person = (id: string) => ({
  id: id as PersonId,
  name: id,
  email: `${id}@example.org`,
  languages: [],
  topics: [],
  createdAt: '2026-01-01T00:00:00.000Z',
});

describe('the one door to writing', () => {
  it('keeps all of a piece of work or nothing', () =>
    withDatabase(async (db) => {
      const work = groupedWrites(db)((tx) => {
        tx.insert(people).values(person('a')).run();
        throw new Error('half-way');
      });
      await assert.rejects(work, /half-way/);
      assert.deepEqual(db.select().from(people).all(), []);
    }));

  it('refuses a transaction that was kept after its end', () =>
    withDatabase((db) => {
      let kept: Tx | undefined;
      inTransaction(db, (tx) => {
        kept = tx;
      });
      assert.throws(() => kept?.insert(people).values(person('a')).run(), /has ended/);
      assert.deepEqual(db.select().from(people).all(), []);
    }));

  it('survives with synchronous FULL after the first write', () =>
    withDatabase(async (db) => {
      await groupedWrites(db)((tx) => {
        tx.insert(people).values(person('a')).run();
      });
      assert.equal(db.$client.pragma('synchronous', { simple: true }), 2);
    }));

  it('waits for another writer and says so when it does not let go', { timeout: 20_000 }, () =>
    withDatabase(async (db, file) => {
      const other = new Database(file);
      other.exec('begin immediate');
      const waiting = groupedWrites(db)((tx) => {
        tx.insert(people).values(person('late')).run();
      });
      await assert.rejects(waiting, (error) => error instanceof StorageUnavailable && error.reason === 'busy');
      other.exec('rollback');
      other.close();
      await groupedWrites(db)((tx) => {
        tx.insert(people).values(person('late')).run();
      });
      assert.equal(db.select().from(people).all().length, 1);
    }),
  );

  it('gives the writes of one turn one commit, and answers after it', () =>
    withDatabase(async (db, file) => {
      const write = groupedWrites(db);
      const other = new Database(file);
      const seenOutside = () => other.prepare('select count(*) from people').pluck().get();
      const first = write((tx) => tx.insert(people).values(person('a')).run());
      const second = write((tx) => [tx.select().from(people).all().length, seenOutside()]);
      assert.deepEqual(await second, [1, 0], 'the second works on what the first wrote, before the commit');
      await first;
      assert.equal(seenOutside(), 1);
      other.close();
    }));

  it('lets one that fails take nobody with it', () =>
    withDatabase(async (db) => {
      const write = groupedWrites(db);
      const add = (id: string, then: () => void = () => undefined) =>
        write((tx) => {
          tx.insert(people).values(person(id)).run();
          then();
        });
      const answers = await Promise.allSettled([
        add('a'),
        add('b', () => {
          throw new Error('half-way');
        }),
        add('c'),
        add('a'),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
      );
      assert.deepEqual(
        db
          .select({ id: people.id })
          .from(people)
          .all()
          .map(({ id }) => id),
        ['a', 'c'],
      );
    }));

  it('answers nobody of a group that a full disk ended, and tries each by itself', () =>
    withDatabase(async (db) => {
      const write = groupedWrites(db);
      db.$client.pragma(`max_page_count = ${String(db.$client.pragma('page_count', { simple: true }))}`);
      const small = () => write((tx) => tx.insert(people).values(person('a')).run());
      const large = () =>
        write((tx) =>
          tx
            .insert(people)
            .values({ ...person('b'), name: 'x'.repeat(1e6) })
            .run(),
        );
      const [kept, refused] = await Promise.allSettled([small(), large()]);
      assert.equal(kept.status, 'fulfilled');
      assert.ok(refused.status === 'rejected' && refused.reason instanceof StorageUnavailable);
      assert.deepEqual(db.select({ id: people.id }).from(people).all(), [{ id: 'a' }]);
    }));

  it('commits more than fits into one group', () =>
    withDatabase(async (db) => {
      const write = groupedWrites(db);
      const add = (_: unknown, n: number) =>
        write((tx) =>
          tx
            .insert(people)
            .values(person(String(n)))
            .run(),
        );
      await Promise.all(Array.from({ length: 200 }, add));
      assert.equal(db.select().from(people).all().length, 200);
    }));

  it('refuses a database of a newer program', () =>
    withDatabase((db) => {
      db.$client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('x', 9e15);
      assert.throws(() => migrateDatabase(db), DatabaseUnfit);
    }));
});

describe('the history', () => {
  it('is a chain that verifies', () =>
    withDatabase((db) => {
      inTransaction(db, (tx) => {
        for (const object of ['a', 'b', 'c']) appendHistory(tx, entry(object));
      });
      const report = verifyHistory(db);
      assert.deepEqual([report.rows, report.brokenAt], [3, undefined]);
    }));

  it('refuses update, delete and replace', () =>
    withDatabase((db) => {
      inTransaction(db, (tx) => {
        appendHistory(tx, entry('a'));
      });
      assert.throws(() => db.$client.exec("update history set actor = 'x'"), /append-only/);
      assert.throws(() => db.$client.exec('delete from history'), /append-only/);
      assert.throws(
        () => db.$client.exec("insert or replace into history values (1, '', '', '', '', '{}', '', '')"),
        /append-only/,
      );
    }));

  it('shows which row was changed, taken out or moved', () =>
    withDatabase((db) => {
      inTransaction(db, (tx) => {
        for (const object of ['a', 'b', 'c', 'd']) appendHistory(tx, entry(object));
      });
      db.$client.exec('drop trigger history_is_not_changed; drop trigger history_is_not_deleted');
      db.$client.exec("update history set object = 'z' where n = 3");
      assert.equal(verifyHistory(db).brokenAt, 3);
      db.$client.exec("update history set object = 'c' where n = 3");
      assert.equal(verifyHistory(db).brokenAt, undefined);
      db.$client.exec('delete from history where n = 2');
      assert.equal(verifyHistory(db).brokenAt, 3);
    }));
});
