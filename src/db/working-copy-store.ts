import { eq, sql } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { drafts } from './schema/index.ts';

export type WorkingCopy = typeof drafts.$inferSelect;

export function findWorkingCopy(reader: Reader, submissionId: SubmissionId): WorkingCopy | undefined {
  return reader.select().from(drafts).where(eq(drafts.submissionId, submissionId)).get();
}

/** Puts answers into the working copy, making it where there is none; its revision counts up. */
export function putWorkingCopy(tx: Tx, submissionId: SubmissionId, answers: Answers, savedAt: string): void {
  tx.insert(drafts)
    .values({ submissionId, answers, savedAt })
    .onConflictDoUpdate({
      target: drafts.submissionId,
      set: { answers, savedAt, revision: sql`${drafts.revision} + 1` },
    })
    .run();
}
