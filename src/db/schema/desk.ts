import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DecisionId, PersonId, SubmissionId } from '../../domain/ids.ts';
import { people } from './people.ts';
import { submissions } from './submissions.ts';

/** What a curator found when screening a version. */
export const screenings = sqliteTable(
  'screenings',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    version: integer().notNull(),
    gates: text({ mode: 'json' }).$type<Record<string, 'pass' | 'fail' | 'unsure'>>().notNull(),
    readForNames: integer('read_for_names', { mode: 'boolean' }).notNull(),
    note: text().notNull().default(''),
    by: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version] })],
);

/** One thing asked of the submitter, answered point by point. */
export const requests = sqliteTable(
  'requests',
  {
    id: text().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    version: integer().notNull(),
    decisionId: text('decision_id').$type<DecisionId>(),
    position: integer().notNull(),
    field: text(),
    level: text().$type<'must' | 'should'>().notNull(),
    editorial: integer({ mode: 'boolean' }).notNull().default(false),
    text: text().notNull(),
    askedBy: text('asked_by')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    askedAt: text('asked_at').notNull(),
    /** Given up when the decision that asked was taken back. */
    dropped: integer({ mode: 'boolean' }).notNull().default(false),
    answerKind: text('answer_kind').$type<'done' | 'not_possible'>(),
    answerText: text('answer_text'),
    answeredAt: text('answered_at'),
  },
  (t) => [
    index('requests_by_submission').on(t.submissionId, t.version, t.position),
    check('known_level', sql`${t.level} in ('must', 'should')`),
    check('known_answer', sql`${t.answerKind} is null or ${t.answerKind} in ('done', 'not_possible')`),
  ],
);

/** A safety stop laid over any state; at most one is open. */
export const holds = sqliteTable(
  'holds',
  {
    id: text().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    reason: text().notNull(),
    /** Who raised it; nobody when a rule of the rubric did. */
    raisedBy: text('raised_by')
      .$type<PersonId>()
      .references(() => people.id),
    raisedAt: text('raised_at').notNull(),
    liftedBy: text('lifted_by')
      .$type<PersonId>()
      .references(() => people.id),
    liftedAt: text('lifted_at'),
    liftReason: text('lift_reason'),
  },
  (t) => [
    uniqueIndex('one_open_hold')
      .on(t.submissionId)
      .where(sql`lifted_at is null`),
    check('lifted_with_reason', sql`${t.liftedAt} is null or length(${t.liftReason}) > 0`),
  ],
);

/** For staff only; never in a letter, a page or git. */
export const notes = sqliteTable(
  'notes',
  {
    id: text().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    by: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    at: text().notNull(),
    text: text().notNull(),
  },
  (t) => [index('notes_by_submission').on(t.submissionId, t.at)],
);

/** Asked once per case. */
export const appeals = sqliteTable(
  'appeals',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .primaryKey()
      .references(() => submissions.id),
    text: text().notNull(),
    at: text().notNull(),
    answeredBy: text('answered_by')
      .$type<PersonId>()
      .references(() => people.id),
    answeredAt: text('answered_at'),
    outcome: text().$type<'reopened' | 'kept'>(),
    answerText: text('answer_text'),
  },
  (t) => [
    index('appeals_unanswered')
      .on(t.submissionId)
      .where(sql`answered_at is null`),
  ],
);
