import { and, eq, isNull } from 'drizzle-orm';
import type { PersonId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { holds } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type HoldRow = typeof holds.$inferSelect;

export const insertHold = insertsInto(holds);

const openOf = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader
    .select()
    .from(holds)
    .where(and(eq(holds.submissionId, submissionId), isNull(holds.liftedAt))),
);

export function openHold(reader: Reader, submissionId: SubmissionId): HoldRow | undefined {
  return openOf(reader).get({ submissionId });
}

const updateOpen = updatesOf(holds, ({ id }: Given<{ id: string }>) => and(eq(holds.id, id), isNull(holds.liftedAt)));

/** False when it was lifted meanwhile. */
export function liftHoldRow(tx: Tx, id: string, by: PersonId, at: string, reason: string): boolean {
  return updateOpen(tx, { liftedBy: by, liftedAt: at, liftReason: reason }, { id }) === 1;
}
