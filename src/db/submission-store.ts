import { and, eq, sql } from 'drizzle-orm';
import type { ModuleId, PublicId, SubmissionId } from '../domain/ids.ts';
import type { SubmissionState } from '../domain/submission/state.ts';
import { noteStateOfScore } from './case-score-store.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { conflicts, holds, notes, submissions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type NewSubmission = typeof submissions.$inferInsert;

export const insertSubmission = insertsInto(submissions);

const byId = statement((reader, { id }: Given<{ id: SubmissionId }>) =>
  reader.select().from(submissions).where(eq(submissions.id, id)),
);

const byPublicId = statement((reader, { publicId }: Given<{ publicId: PublicId }>) =>
  reader.select().from(submissions).where(eq(submissions.publicId, publicId)),
);

const byReceiptHash = statement((reader, { module, receiptHash }: Given<{ module: ModuleId; receiptHash: string }>) =>
  reader
    .select()
    .from(submissions)
    .where(and(eq(submissions.receiptHash, receiptHash), eq(submissions.module, module))),
);

const byFormHash = statement((reader, { formHash }: Given<{ formHash: string }>) =>
  reader.select().from(submissions).where(eq(submissions.formHash, formHash)),
);

export function findSubmission(reader: Reader, id: SubmissionId): SubmissionRow | undefined {
  return byId(reader).get({ id });
}

export function findByPublicId(reader: Reader, publicId: PublicId): SubmissionRow | undefined {
  return byPublicId(reader).get({ publicId });
}

/** One of another module is not read: to find none must not take longer. */
export function findByReceiptHash(reader: Reader, module: ModuleId, receiptHash: string): SubmissionRow | undefined {
  return byReceiptHash(reader).get({ module, receiptHash });
}

export function findByFormHash(reader: Reader, formHash: string): SubmissionRow | undefined {
  return byFormHash(reader).get({ formHash });
}

/** Columns that go with a move; never the state or its date, which `moveRow` alone writes. */
export type SubmissionFacts = Partial<Omit<NewSubmission, 'id' | 'state' | 'stateEnteredAt' | 'revision'>>;

const updateSeen = updatesOf(
  submissions,
  ({ id, state, revision }: Given<Pick<SubmissionRow, 'id' | 'state' | 'revision'>>) =>
    and(eq(submissions.id, id), eq(submissions.state, state), eq(submissions.revision, revision)),
  { revision: sql`${submissions.revision} + 1` },
);

/** Writes a new state if the row is still the one that was seen; false when somebody was faster. */
export function moveRow(
  tx: Tx,
  { id, state, revision }: SubmissionRow,
  to: SubmissionState,
  at: string,
  facts: SubmissionFacts = {},
): boolean {
  const moved = to === state ? {} : { stateEnteredAt: at, extendedTo: null };
  const written = updateSeen(tx, { ...facts, state: to, updatedAt: at, ...moved }, { id, state, revision }) === 1;
  if (written && to !== state) noteStateOfScore(tx, id, to, at);
  return written;
}

/** Writes facts that are not a move (the language, the title of a draft); the revision still counts up. */
export function noteFacts(tx: Tx, seen: SubmissionRow, at: string, facts: SubmissionFacts): boolean {
  return moveRow(tx, seen, seen.state, at, facts);
}

const deleteDraft = statement((tx: Tx, { id }: Given<{ id: SubmissionId }>) =>
  tx.delete(submissions).where(and(eq(submissions.id, id), eq(submissions.state, 'draft'))),
);

/** Deletes a draft with everything that was noted about it; a hold may lie over one. False when it is none any more. */
export function deleteSubmission(tx: Tx, { id }: SubmissionRow): boolean {
  if (findSubmission(tx, id)?.state !== 'draft') return false;
  for (const about of [holds, notes, conflicts]) tx.delete(about).where(eq(about.submissionId, id)).run();
  return deleteDraft(tx).run({ id }).changes === 1;
}
