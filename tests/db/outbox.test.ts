import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buryJob,
  cancelJob,
  claimJob,
  enqueue,
  finishJob,
  moveJob,
  retryJob,
  tryAgain,
  voidLeases,
} from '../../src/db/outbox.ts';
import { inTransaction } from '../../src/db/in-transaction.ts';
import type { Db } from '../../src/db/open-database.ts';
import { jobs } from '../../src/db/schema/index.ts';
import type { DecisionId } from '../../src/domain/ids.ts';
import { withDatabase } from '../support/database.ts';

const now = new Date('2026-01-01T10:00:00.000Z');
const later = new Date('2026-01-01T10:05:00.000Z');
const job = { kind: 'release_decision', decisionId: 'd' as DecisionId } as const;

const queue = (db: Db, dedupeKey: string, runAfter = now): void => {
  inTransaction(db, (tx) => {
    enqueue(tx, job, { dedupeKey, runAfter, now });
  });
};
const claim = (db: Db, token: string, at = now) =>
  inTransaction(db, (tx) => claimJob(tx, ['release_decision'], { token, until: later, now: at }));
const states = (db: Db) =>
  db
    .select({ state: jobs.state })
    .from(jobs)
    .all()
    .map(({ state }) => state);

describe('the outbox', () => {
  it('takes the same job once', () =>
    withDatabase((db) => {
      queue(db, 'k');
      queue(db, 'k');
      assert.deepEqual(states(db), ['due']);
    }));

  it('gives a job to one claimer, the oldest due first', () =>
    withDatabase((db) => {
      queue(db, 'second', later);
      queue(db, 'first');
      assert.equal(claim(db, 'a')?.key, 'first');
      assert.equal(claim(db, 'b'), undefined);
      assert.equal(claim(db, 'b', later)?.key, 'second');
    }));

  it('lets only the holder of the lease end a job', () =>
    withDatabase((db) => {
      queue(db, 'k');
      const mine = claim(db, 'a');
      assert.ok(mine);
      inTransaction(db, (tx) => voidLeases(tx));
      const theirs = claim(db, 'b');
      assert.ok(theirs);
      assert.equal(
        inTransaction(db, (tx) => finishJob(tx, mine, now)),
        false,
      );
      assert.equal(
        inTransaction(db, (tx) => retryJob(tx, mine, later, 'x')),
        false,
      );
      assert.deepEqual(states(db), ['running']);
      assert.equal(
        inTransaction(db, (tx) => finishJob(tx, theirs, now)),
        true,
      );
      assert.deepEqual(states(db), ['done']);
    }));

  it('costs no attempt when it was told when to come back', () =>
    withDatabase((db) => {
      queue(db, 'k');
      const first = claim(db, 'a');
      assert.ok(first);
      inTransaction(db, (tx) => retryJob(tx, first, later, 'asked to wait', false));
      assert.equal(claim(db, 'b'), undefined);
      assert.equal(claim(db, 'b', later)?.attempts, 1);
    }));

  it('moves and cancels a job only before it runs', () =>
    withDatabase((db) => {
      queue(db, 'k', later);
      assert.equal(
        inTransaction(db, (tx) => moveJob(tx, 'k', now)),
        true,
      );
      assert.ok(claim(db, 'a'));
      assert.equal(
        inTransaction(db, (tx) => moveJob(tx, 'k', later)),
        false,
      );
      assert.equal(
        inTransaction(db, (tx) => cancelJob(tx, 'k', now)),
        false,
      );
      queue(db, 'other', later);
      assert.equal(
        inTransaction(db, (tx) => cancelJob(tx, 'other', now)),
        true,
      );
    }));

  it('brings a dead job back', () =>
    withDatabase((db) => {
      queue(db, 'k');
      const mine = claim(db, 'a');
      assert.ok(mine);
      inTransaction(db, (tx) => buryJob(tx, mine, now, 'no'));
      assert.equal(claim(db, 'b'), undefined);
      assert.equal(
        inTransaction(db, (tx) => tryAgain(tx, mine.id, now)),
        true,
      );
      assert.equal(claim(db, 'b')?.attempts, 1);
    }));
});
