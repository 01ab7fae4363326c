import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AssignmentId, PersonId, RoundId, SubmissionId } from '../../domain/ids.ts';
import type { ReviewDraft } from '../../domain/review/review.ts';
import { people } from './people.ts';
import { submissions } from './submissions.ts';

/** One numbered pass of review over one version; pins form and rubric by the definition's commit. */
export const rounds = sqliteTable(
  'rounds',
  {
    id: text().$type<RoundId>().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    number: integer().notNull(),
    version: integer().notNull(),
    definitionCommit: text('definition_commit').notNull(),
    quorum: integer().notNull(),
    target: integer().notNull(),
    openedBy: text('opened_by')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    openedAt: text('opened_at').notNull(),
    dueAt: text('due_at').notNull(),
    closedAt: text('closed_at'),
  },
  (t) => [
    unique('round_number').on(t.submissionId, t.number),
    index('rounds_by_opening').on(t.openedAt),
    uniqueIndex('one_open_round')
      .on(t.submissionId)
      .where(sql`closed_at is null`),
  ],
);

/** The ranked list from which an empty place is filled. */
export const alternates = sqliteTable(
  'alternates',
  {
    roundId: text('round_id')
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    rank: integer().notNull(),
    promotedAt: text('promoted_at'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.rank] }), unique('alternate_once').on(t.roundId, t.personId)],
);

export type AssignmentStatus = 'invited' | 'accepted' | 'submitted' | 'declined' | 'recused' | 'expired' | 'released';

export const assignments = sqliteTable(
  'assignments',
  {
    id: text().$type<AssignmentId>().primaryKey(),
    roundId: text('round_id')
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    /** `A`, `B`, … drawn at random per submission: how the submitter reads about this reviewer. */
    label: text().notNull(),
    status: text().$type<AssignmentStatus>().notNull(),
    /** Keyed hash of the link's token; the link is revoked by the end of the assignment. */
    linkHash: text('link_hash').notNull().unique(),
    invitedBy: text('invited_by')
      .$type<PersonId>()
      .references(() => people.id),
    invitedAt: text('invited_at').notNull(),
    respondBy: text('respond_by').notNull(),
    acceptedAt: text('accepted_at'),
    reviewDue: text('review_due'),
    submittedAt: text('submitted_at'),
    endedAt: text('ended_at'),
    /** Why it was declined, recused or released, in the reviewer's or curator's words. For curators only. */
    reason: text(),
    returnedNote: text('returned_note'),
    /** Why a curator invited somebody in spite of a conflict. */
    overrideReason: text('override_reason'),
  },
  (t) => [
    unique('asked_once_a_round').on(t.roundId, t.personId),
    index('assignments_by_person').on(t.personId, t.status, t.invitedAt),
    index('assignments_of_person').on(t.personId, t.invitedAt, t.id),
    index('assignments_by_acceptance').on(t.personId, t.acceptedAt),
    index('assignments_by_submission').on(t.submissionId),
    index('assignments_open')
      .on(t.respondBy)
      .where(sql`status = 'invited'`),
    check(
      'known_status',
      sql`${t.status} in ('invited', 'accepted', 'submitted', 'declined', 'recused', 'expired', 'released')`,
    ),
  ],
);

/** Browsers in which the reviewer accepted, or typed the one-time code. */
export const assignmentBrowsers = sqliteTable('assignment_browsers', {
  hash: text().primaryKey(),
  assignmentId: text('assignment_id')
    .$type<AssignmentId>()
    .notNull()
    .references(() => assignments.id),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
});

export const reviewDrafts = sqliteTable('review_drafts', {
  assignmentId: text('assignment_id')
    .$type<AssignmentId>()
    .primaryKey()
    .references(() => assignments.id),
  answers: text({ mode: 'json' }).$type<ReviewDraft>().notNull(),
  revision: integer().notNull().default(1),
  savedAt: text('saved_at').notNull(),
});

/** Every submitted version of a review is kept. */
export const reviews = sqliteTable(
  'reviews',
  {
    assignmentId: text('assignment_id')
      .$type<AssignmentId>()
      .notNull()
      .references(() => assignments.id),
    number: integer().notNull(),
    answers: text({ mode: 'json' }).$type<ReviewDraft>().notNull(),
    /** Hundredths of a point, 0 to 10000; null when too little was judged. */
    total: integer(),
    submittedAt: text('submitted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.number] }),
    check('total_in_range', sql`${t.total} is null or ${t.total} between 0 and 10000`),
  ],
);

/** Why somebody must not review a case: declared, recused, or named by the submitter. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    kind: text().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.personId, t.kind] }),
    index('conflicts_by_person').on(t.personId, t.submissionId),
  ],
);
