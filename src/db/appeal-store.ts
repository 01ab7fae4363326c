import { and, eq, isNull } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { appeals } from './schema/index.ts';

export type AppealRow = typeof appeals.$inferSelect;

export function findAppeal(reader: Reader, submissionId: SubmissionId): AppealRow | undefined {
  return reader.select().from(appeals).where(eq(appeals.submissionId, submissionId)).get();
}

/** Once per case; the primary key holds it. */
export function insertAppeal(tx: Tx, row: { submissionId: SubmissionId; text: string; at: string }): void {
  tx.insert(appeals).values(row).run();
}

export function answerAppealRow(
  tx: Tx,
  submissionId: SubmissionId,
  answer: Pick<AppealRow, 'answeredBy' | 'answeredAt' | 'outcome' | 'answerText'>,
): void {
  tx.update(appeals)
    .set(answer)
    .where(and(eq(appeals.submissionId, submissionId), isNull(appeals.answeredAt)))
    .run();
}
