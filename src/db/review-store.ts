import { desc, eq, sql } from 'drizzle-orm';
import type { AssignmentId } from '../domain/ids.ts';
import type { ReviewDraft } from '../domain/review/review.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { reviewDrafts, reviews } from './schema/index.ts';

export type ReviewDraftRow = typeof reviewDrafts.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;

export function findReviewDraft(reader: Reader, id: AssignmentId): ReviewDraftRow | undefined {
  return reader.select().from(reviewDrafts).where(eq(reviewDrafts.assignmentId, id)).get();
}

/** Keeps what a reviewer has written so far; its revision counts up. */
export function putReviewDraft(tx: Tx, assignmentId: AssignmentId, answers: ReviewDraft, savedAt: string): void {
  tx.insert(reviewDrafts)
    .values({ assignmentId, answers, savedAt })
    .onConflictDoUpdate({
      target: reviewDrafts.assignmentId,
      set: { answers, savedAt, revision: sql`${reviewDrafts.revision} + 1` },
    })
    .run();
}

/** The newest version that was sent. */
export function latestReview(reader: Reader, id: AssignmentId): ReviewRow | undefined {
  return reader.select().from(reviews).where(eq(reviews.assignmentId, id)).orderBy(desc(reviews.number)).limit(1).get();
}

export function insertReview(tx: Tx, row: typeof reviews.$inferInsert): void {
  tx.insert(reviews).values(row).run();
}
