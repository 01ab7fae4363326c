import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ModuleId, RoundId, SubmissionId } from '../../domain/ids.ts';
import type { AdviceKind } from '../../domain/review/advice.ts';
import type { Recommendation } from '../../domain/review/review.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import { rounds } from './rounds.ts';
import { submissions } from './submissions.ts';

/** How many submissions a module has in each state. Triggers keep it, in the transaction that changes a state. */
export const stateCounts = sqliteTable(
  'state_counts',
  {
    module: text().$type<ModuleId>().notNull(),
    state: text().$type<SubmissionState>().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.module, t.state] }), check('counted', sql`${t.count} >= 0`)],
);

/** Under which number the words of a submission stand in the search index; the newest sent has the highest. */
export const searchNumbers = sqliteTable('search_numbers', {
  number: integer().primaryKey({ autoIncrement: true }),
  submissionId: text('submission_id')
    .$type<SubmissionId>()
    .notNull()
    .unique()
    .references(() => submissions.id),
});

/** What a submitted review says, as far as a list shows it. */
export interface Said {
  readonly label: string;
  readonly recommendation: Recommendation;
  /** Hundredths; null where the review does not count. */
  readonly total: number | null;
}

/**
 * What the newest round of a case amounts to, for lists: reckoned anew from the reviews and kept in the transaction
 * that changes them. Cases without a round are not in it.
 */
export const caseScores = sqliteTable(
  'case_scores',
  {
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .primaryKey()
      .references(() => submissions.id),
    module: text().$type<ModuleId>().notNull(),
    /** As the submission has them. */
    state: text().$type<SubmissionState>().notNull(),
    stateEnteredAt: text('state_entered_at').notNull(),
    roundId: text('round_id')
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    wanted: integer().notNull(),
    /** Reviewers who are asked or at work. */
    open: integer().notNull(),
    /** Submitted reviews that count. */
    answered: integer().notNull(),
    /** Hundredths: the median of the totals that count, and the highest less the lowest. */
    score: integer(),
    spread: integer(),
    said: text({ mode: 'json' }).$type<readonly Said[]>().notNull(),
    /** Null where an earlier version of the service kept none: it is reckoned when it is read. */
    advice: text().$type<AdviceKind>(),
    /** To sort by: cases without a score stand behind all others. */
    scoreOrder: integer('score_order').generatedAlwaysAs(sql`coalesce(score, -1)`, { mode: 'virtual' }),
    spreadOrder: integer('spread_order').generatedAlwaysAs(sql`coalesce(spread, -1)`, { mode: 'virtual' }),
    /** 1 where somebody is asked for every review that is still wanted: nobody at the desk need do anything. */
    withReviewers: integer('with_reviewers').generatedAlwaysAs(sql`open > 0 and answered + open >= wanted`, {
      mode: 'virtual',
    }),
  },
  (t) => [
    index('case_scores_by_score').on(t.module, t.scoreOrder, t.submissionId),
    index('case_scores_by_spread').on(t.module, t.spreadOrder, t.submissionId),
    index('case_scores_of_state_by_score').on(t.module, t.state, t.scoreOrder, t.submissionId),
    index('case_scores_of_state_by_spread').on(t.module, t.state, t.spreadOrder, t.submissionId),
    index('case_scores_in_review')
      .on(t.module, t.withReviewers, t.stateEnteredAt, t.submissionId)
      .where(sql`state = 'in_review'`),
    check('score_in_range', sql`${t.score} is null or ${t.score} between 0 and 10000`),
    check('score_has_reviews', sql`${t.score} is null or ${t.answered} > 0`),
  ],
);
