import { desc, eq, sql } from 'drizzle-orm';
import type { AssignmentId } from '../domain/ids.ts';
import type { ReviewDraft } from '../domain/review/review.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { excluded, insertsInto } from './row-writes.ts';
import { reviewDrafts, reviews } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type ReviewDraftRow = typeof reviewDrafts.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;

const draftOf = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  reader.select().from(reviewDrafts).where(eq(reviewDrafts.assignmentId, id)),
);

export function findReviewDraft(reader: Reader, id: AssignmentId): ReviewDraftRow | undefined {
  return draftOf(reader).get({ id });
}

const putDraft = insertsInto(reviewDrafts, (insert) =>
  insert.onConflictDoUpdate({
    target: reviewDrafts.assignmentId,
    set: {
      answers: excluded(reviewDrafts.answers),
      savedAt: excluded(reviewDrafts.savedAt),
      revision: sql`${reviewDrafts.revision} + 1`,
    },
  }),
);

/** Keeps what a reviewer has written so far; its revision counts up. */
export function putReviewDraft(tx: Tx, assignmentId: AssignmentId, answers: ReviewDraft, savedAt: string): void {
  putDraft(tx, { assignmentId, answers, savedAt });
}

const newestOf = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  reader.select().from(reviews).where(eq(reviews.assignmentId, id)).orderBy(desc(reviews.number)).limit(1),
);

/** The newest version that was sent. */
export function latestReview(reader: Reader, id: AssignmentId): ReviewRow | undefined {
  return newestOf(reader).get({ id });
}

export const insertReview = insertsInto(reviews);
