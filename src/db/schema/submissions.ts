import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ModuleId, PublicId, SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';

/** Narrow on purpose: lists read this table alone, texts are in `drafts` and `versions`. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text().$type<SubmissionId>().primaryKey(),
    publicId: text('public_id').$type<PublicId>().notNull().unique(),
    module: text().$type<ModuleId>().notNull(),
    /** Keyed hashes; the form id and the receipt themselves are never stored. */
    formHash: text('form_hash').notNull().unique(),
    receiptHash: text('receipt_hash').notNull().unique(),
    state: text().$type<SubmissionState>().notNull(),
    stateEnteredAt: text('state_entered_at').notNull(),
    /** Counts every change of state or answers; a write names the one it saw. */
    revision: integer().notNull().default(1),
    version: integer().notNull().default(0),
    language: text().notNull().default(''),
    kind: text().notNull().default(''),
    title: text().notNull().default(''),
    /** The interface language the submitter last used: letters come in it. */
    interfaceLanguage: text('interface_language').notNull(),
    held: integer({ mode: 'boolean' }).notNull().default(false),
    /** Hash of the body that was sent, so that the same send twice is one submission. */
    sentHash: text('sent_hash'),
    sentAt: text('sent_at'),
    embargoUntil: text('embargo_until'),
    /** The day to which the submitter has extended a revision; gone with the state. */
    extendedTo: text('extended_to'),
    /** Whether a page waits for the submitter's answer. */
    pageOfferedAt: text('page_offered_at'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    index('submissions_by_state').on(t.module, t.state, t.stateEnteredAt, t.id),
    index('submissions_by_change')
      .on(t.module, t.updatedAt, t.id)
      .where(sql`state <> 'draft'`),
    index('submissions_held')
      .on(t.module, t.stateEnteredAt, t.id)
      .where(sql`held = 1`),
    index('submissions_without_page')
      .on(t.module, t.stateEnteredAt, t.id)
      .where(sql`state = 'accepted' and page_offered_at is null`),
    index('submissions_with_page')
      .on(t.module, t.stateEnteredAt, t.id)
      .where(sql`state = 'accepted' and page_offered_at is not null`),
    index('submissions_of_state_by_change').on(t.module, t.state, t.updatedAt, t.id),
    check(
      'known_state',
      sql`${t.state} in ('draft', 'screening', 'in_review', 'revision', 'accepted', 'publishing', 'published', 'rejected', 'withdrawn', 'removed')`,
    ),
    check('sent_has_version', sql`${t.state} = 'draft' or ${t.version} > 0`),
  ],
);

/** The working copy: a draft before sending, or the answers being mended in a revision. As typed, valid or not. */
export const drafts = sqliteTable('drafts', {
  submissionId: text('submission_id')
    .$type<SubmissionId>()
    .primaryKey()
    .references(() => submissions.id, { onDelete: 'cascade' }),
  answers: text({ mode: 'json' }).$type<Answers>().notNull(),
  revision: integer().notNull().default(1),
  savedAt: text('saved_at').notNull(),
});

/** That a draft was deleted by the clock, and when: nothing else of it is kept, and this not for ever. */
export const deletedDrafts = sqliteTable('deleted_drafts', {
  receiptHash: text('receipt_hash').primaryKey(),
  deletedAt: text('deleted_at').notNull(),
});

/** All contact data and nothing else has it: the answers whose visibility is `sealed`. */
export const contacts = sqliteTable('contacts', {
  submissionId: text('submission_id')
    .$type<SubmissionId>()
    .primaryKey()
    .references(() => submissions.id, { onDelete: 'cascade' }),
  answers: text({ mode: 'json' }).$type<Answers>().notNull(),
  bouncedAt: text('bounced_at'),
});

/** Immutable snapshots; reviews and decisions point at one. */
export const versions = sqliteTable(
  'versions',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    number: integer().notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    /** The commit of the content repository whose form the answers were validated against. */
    definitionCommit: text('definition_commit').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.number] })],
);

/** Definitions that something is pinned to, whole, so that no case depends on the repository being there. */
export const definitions = sqliteTable(
  'definitions',
  {
    module: text().$type<ModuleId>().notNull(),
    commit: text().notNull(),
    definition: text({ mode: 'json' }).$type<ModuleDefinition>().notNull(),
    readAt: text('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.module, t.commit] })],
);
