import { and, eq, sql } from 'drizzle-orm';
import type { PublicId, SubmissionId } from '../domain/ids.ts';
import type { SubmissionState } from '../domain/submission/state.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { submissions } from './schema/index.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type NewSubmission = typeof submissions.$inferInsert;

export function insertSubmission(tx: Tx, row: NewSubmission): void {
  tx.insert(submissions).values(row).run();
}

export function findSubmission(reader: Reader, id: SubmissionId): SubmissionRow | undefined {
  return reader.select().from(submissions).where(eq(submissions.id, id)).get();
}

export function findByPublicId(reader: Reader, publicId: PublicId): SubmissionRow | undefined {
  return reader.select().from(submissions).where(eq(submissions.publicId, publicId)).get();
}

export function findByReceiptHash(reader: Reader, receiptHash: string): SubmissionRow | undefined {
  return reader.select().from(submissions).where(eq(submissions.receiptHash, receiptHash)).get();
}

export function findByFormHash(reader: Reader, formHash: string): SubmissionRow | undefined {
  return reader.select().from(submissions).where(eq(submissions.formHash, formHash)).get();
}

/** Columns that go with a move; never the state or its date, which `moveRow` alone writes. */
export type SubmissionFacts = Partial<Omit<NewSubmission, 'id' | 'state' | 'stateEnteredAt' | 'revision'>>;

/** Writes a new state if the row is still the one that was seen; false when somebody was faster. */
export function moveRow(
  tx: Tx,
  seen: SubmissionRow,
  to: SubmissionState,
  at: string,
  facts: SubmissionFacts = {},
): boolean {
  const { changes } = tx
    .update(submissions)
    .set({
      ...facts,
      state: to,
      revision: sql`${submissions.revision} + 1`,
      updatedAt: at,
      ...(to === seen.state ? {} : { stateEnteredAt: at, extendedTo: null }),
    })
    .where(and(eq(submissions.id, seen.id), eq(submissions.state, seen.state), eq(submissions.revision, seen.revision)))
    .run();
  return changes === 1;
}

/** Writes facts that are not a move (the language, the title of a draft); the revision still counts up. */
export function noteFacts(tx: Tx, seen: SubmissionRow, at: string, facts: SubmissionFacts): boolean {
  return moveRow(tx, seen, seen.state, at, facts);
}

export function deleteSubmission(tx: Tx, seen: SubmissionRow): boolean {
  return (
    tx
      .delete(submissions)
      .where(and(eq(submissions.id, seen.id), eq(submissions.state, 'draft')))
      .run().changes === 1
  );
}
