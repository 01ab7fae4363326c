import { eq } from 'drizzle-orm';
import type { Tx } from './in-transaction.ts';
import { submitterSessions } from './schema/index.ts';

/** Remembers that a browser holds a receipt; the same browser again is prolonged. */
export function putSubmitterSession(tx: Tx, row: typeof submitterSessions.$inferInsert): void {
  const { submissionId, sealedReceipt, expiresAt } = row;
  tx.insert(submitterSessions)
    .values(row)
    .onConflictDoUpdate({ target: submitterSessions.hash, set: { submissionId, sealedReceipt, expiresAt } })
    .run();
}

export function deleteSubmitterSession(tx: Tx, hash: string): void {
  tx.delete(submitterSessions).where(eq(submitterSessions.hash, hash)).run();
}
