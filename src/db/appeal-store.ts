import { and, eq, isNull } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { appeals } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type AppealRow = typeof appeals.$inferSelect;

const ofSubmission = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(appeals).where(eq(appeals.submissionId, submissionId)),
);

export function findAppeal(reader: Reader, submissionId: SubmissionId): AppealRow | undefined {
  return ofSubmission(reader).get({ submissionId });
}

/** Once per case; the primary key holds it. */
export const insertAppeal: (tx: Tx, row: Pick<AppealRow, 'submissionId' | 'text' | 'at'>) => void =
  insertsInto(appeals);

const updateUnanswered = updatesOf(appeals, ({ submissionId }: Given<{ submissionId: SubmissionId }>) =>
  and(eq(appeals.submissionId, submissionId), isNull(appeals.answeredAt)),
);

export function answerAppealRow(
  tx: Tx,
  submissionId: SubmissionId,
  answer: Pick<AppealRow, 'answeredBy' | 'answeredAt' | 'outcome' | 'answerText'>,
): void {
  updateUnanswered(tx, answer, { submissionId });
}
