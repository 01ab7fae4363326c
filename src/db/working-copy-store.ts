import { eq, sql } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { excluded, insertsInto } from './row-writes.ts';
import { drafts } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type WorkingCopy = typeof drafts.$inferSelect;

const ofSubmission = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(drafts).where(eq(drafts.submissionId, submissionId)),
);

export function findWorkingCopy(reader: Reader, submissionId: SubmissionId): WorkingCopy | undefined {
  return ofSubmission(reader).get({ submissionId });
}

const putDraft = insertsInto(drafts, (insert) =>
  insert.onConflictDoUpdate({
    target: drafts.submissionId,
    set: {
      answers: excluded(drafts.answers),
      savedAt: excluded(drafts.savedAt),
      revision: sql`${drafts.revision} + 1`,
    },
  }),
);

/** Puts answers into the working copy, making it where there is none; its revision counts up. */
export function putWorkingCopy(tx: Tx, submissionId: SubmissionId, answers: Answers, savedAt: string): void {
  putDraft(tx, { submissionId, answers, savedAt });
}
