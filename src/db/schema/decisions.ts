import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DecisionId, PersonId, PublicationId, RoundId, SubmissionId } from '../../domain/ids.ts';
import type { EvidenceLevel } from '../../domain/module/rubric.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import { people } from './people.ts';
import { rounds } from './rounds.ts';
import { submissions } from './submissions.ts';

export interface StoredFile {
  path: string;
  text: string;
}

/** Immutable but for the facts that follow it (seconded, released, undone); the newest that is not undone rules. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().$type<DecisionId>().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    roundId: text('round_id')
      .$type<RoundId>()
      .references(() => rounds.id),
    version: integer().notNull(),
    outcome: text().$type<'accept' | 'revise' | 'reject'>().notNull(),
    category: text().$type<'merit' | 'scope' | 'as_example' | 'duplicate'>().notNull(),
    /** What the rubric's rules advised then, and whether the decision departs from it. */
    advice: text().notNull(),
    departs: integer({ mode: 'boolean' }).notNull(),
    /** For the file: why. Not read by the submitter. */
    reason: text().notNull(),
    /** What the submitter reads on the status page, in their language. */
    letter: text().notNull(),
    letterLanguage: text('letter_language').notNull(),
    evidence: text().$type<EvidenceLevel>(),
    rubric: text().notNull(),
    /** The state that the submitter goes on reading until the letter leaves. */
    stateBefore: text('state_before').$type<SubmissionState>().notNull(),
    decidedBy: text('decided_by')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    decidedAt: text('decided_at').notNull(),
    needsSecond: integer('needs_second', { mode: 'boolean' }).notNull(),
    secondBy: text('second_by')
      .$type<PersonId>()
      .references(() => people.id),
    secondAt: text('second_at'),
    /** When the hold-back of the letter ends; the decision takes effect with it. */
    releaseAt: text('release_at'),
    releasedAt: text('released_at'),
    undoneBy: text('undone_by')
      .$type<PersonId>()
      .references(() => people.id),
    undoneAt: text('undone_at'),
  },
  (t) => [
    index('decisions_by_submission').on(t.submissionId, t.decidedAt),
    index('decisions_to_second')
      .on(t.submissionId)
      .where(sql`needs_second = 1 and second_at is null and undone_at is null`),
    check('known_outcome', sql`${t.outcome} in ('accept', 'revise', 'reject')`),
    check('known_category', sql`${t.category} in ('merit', 'scope', 'as_example', 'duplicate')`),
    check('second_person_is_another', sql`${t.secondBy} is null or ${t.secondBy} <> ${t.decidedBy}`),
    check('departure_has_reason', sql`${t.departs} = 0 or length(${t.reason}) >= 50`),
    check('rejection_has_reason', sql`${t.outcome} <> 'reject' or length(${t.letter}) >= 50`),
    check('acceptance_has_evidence', sql`${t.outcome} <> 'accept' or ${t.evidence} is not null`),
  ],
);

/** The page exactly as it will stand in the repository, offered to the submitter. */
export const pages = sqliteTable(
  'pages',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    number: integer().notNull(),
    version: integer().notNull(),
    decisionId: text('decision_id')
      .$type<DecisionId>()
      .notNull()
      .references(() => decisions.id),
    language: text().notNull(),
    files: text({ mode: 'json' }).$type<StoredFile[]>().notNull(),
    pageHash: text('page_hash').notNull(),
    consentText: text('consent_text').notNull(),
    offeredBy: text('offered_by')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    offeredAt: text('offered_at').notNull(),
    answer: text().$type<'approved' | 'change_asked'>(),
    answerText: text('answer_text'),
    /** Hash of the page and of the consent text that was agreed to. */
    consentHash: text('consent_hash'),
    answeredAt: text('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.number] }),
    check('consent_is_to_a_page', sql`coalesce(${t.answer}, '') <> 'approved' or ${t.consentHash} is not null`),
  ],
);

/** An accepted version's way into the content repository, or a published practice's way out. */
export const publications = sqliteTable(
  'publications',
  {
    id: text().$type<PublicationId>().primaryKey(),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    number: integer().notNull(),
    purpose: text().$type<'publish' | 'take_down'>().notNull(),
    pageNumber: integer('page_number'),
    branch: text().notNull().unique(),
    files: text({ mode: 'json' }).$type<StoredFile[]>().notNull(),
    removes: text({ mode: 'json' }).$type<string[]>().notNull(),
    contentKey: text('content_key').notNull(),
    title: text().notNull(),
    body: text().notNull(),
    message: text().notNull(),
    decidedDay: text('decided_day').notNull(),
    state: text().$type<'queued' | 'open' | 'merged' | 'closed'>().notNull(),
    changeNumber: integer('change_number'),
    head: text(),
    mergeCommit: text('merge_commit'),
    /** Why it was closed unmerged, by whoever closed it here. */
    closeReason: text('close_reason'),
    /** What the forge last said when something went wrong; null when all is well. */
    trouble: text(),
    queuedAt: text('queued_at').notNull(),
    openedAt: text('opened_at'),
    endedAt: text('ended_at'),
    notBefore: text('not_before'),
  },
  (t) => [
    unique('publication_number').on(t.submissionId, t.number),
    index('publications_to_see_to')
      .on(t.submissionId)
      .where(sql`state = 'open' or (state = 'queued' and trouble is not null)`),
    uniqueIndex('one_live_change')
      .on(t.submissionId)
      .where(sql`state in ('queued', 'open')`),
    index('live_publications')
      .on(t.state)
      .where(sql`state in ('queued', 'open')`),
    check('known_publication_state', sql`${t.state} in ('queued', 'open', 'merged', 'closed')`),
    check('merged_has_commit', sql`${t.state} <> 'merged' or ${t.mergeCommit} is not null`),
  ],
);
