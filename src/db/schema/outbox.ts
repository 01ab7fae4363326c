import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Job, JobKind, JobState } from '../../domain/jobs.ts';
import type { LetterName } from '../../domain/letters.ts';
import type { PersonId, SubmissionId } from '../../domain/ids.ts';

/** The outbox: mail and changes alike, queued in the transaction that causes them. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer().primaryKey(),
    kind: text().$type<JobKind>().notNull(),
    payload: text({ mode: 'json' }).$type<Job>().notNull(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    state: text().$type<JobState>().notNull(),
    attempts: integer().notNull().default(0),
    runAfter: text('run_after').notNull(),
    leaseToken: text('lease_token'),
    leaseUntil: text('lease_until'),
    lastError: text('last_error'),
    queuedAt: text('queued_at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('jobs_due')
      .on(t.runAfter, t.id)
      .where(sql`state = 'due'`),
    index('jobs_running')
      .on(t.leaseUntil)
      .where(sql`state = 'running'`),
    index('jobs_dead')
      .on(t.id)
      .where(sql`state = 'dead'`),
    check('known_job_state', sql`${t.state} in ('due', 'running', 'done', 'dead', 'cancelled')`),
  ],
);

/** The fact that a letter left, or never will. */
export const letters = sqliteTable(
  'letters',
  {
    key: text().primaryKey(),
    name: text().$type<LetterName>().notNull(),
    submissionId: text('submission_id').$type<SubmissionId>(),
    personId: text('person_id').$type<PersonId>(),
    outcome: text().$type<'sent' | 'refused' | 'no_address'>().notNull(),
    messageId: text('message_id').notNull(),
    at: text().notNull(),
  },
  (t) => [index('letters_by_submission').on(t.submissionId, t.at)],
);

/** Append-only, hash-chained; triggers in the migration refuse update and delete. */
export const history = sqliteTable(
  'history',
  {
    n: integer().primaryKey(),
    at: text().notNull(),
    actor: text().notNull(),
    act: text().notNull(),
    object: text().notNull(),
    body: text().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index('history_by_object').on(t.object, t.n)],
);
