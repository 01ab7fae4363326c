import { and, eq, isNull } from 'drizzle-orm';
import type { PersonId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { holds } from './schema/index.ts';

export type HoldRow = typeof holds.$inferSelect;

export function insertHold(tx: Tx, row: typeof holds.$inferInsert): void {
  tx.insert(holds).values(row).run();
}

export function openHold(reader: Reader, submissionId: SubmissionId): HoldRow | undefined {
  return reader
    .select()
    .from(holds)
    .where(and(eq(holds.submissionId, submissionId), isNull(holds.liftedAt)))
    .get();
}

/** False when it was lifted meanwhile. */
export function liftHoldRow(tx: Tx, id: string, by: PersonId, at: string, reason: string): boolean {
  const { changes } = tx
    .update(holds)
    .set({ liftedBy: by, liftedAt: at, liftReason: reason })
    .where(and(eq(holds.id, id), isNull(holds.liftedAt)))
    .run();
  return changes === 1;
}
