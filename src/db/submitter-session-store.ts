import { eq } from 'drizzle-orm';
import type { Tx } from './in-transaction.ts';
import { excluded, insertsInto } from './row-writes.ts';
import { submitterSessions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

/** Remembers that a browser holds a receipt; the same browser again is prolonged. */
export const putSubmitterSession = insertsInto(submitterSessions, (insert) =>
  insert.onConflictDoUpdate({
    target: submitterSessions.hash,
    set: {
      submissionId: excluded(submitterSessions.submissionId),
      sealedReceipt: excluded(submitterSessions.sealedReceipt),
      expiresAt: excluded(submitterSessions.expiresAt),
    },
  }),
);

const deleteByHash = statement((tx: Tx, { hash }: Given<{ hash: string }>) =>
  tx.delete(submitterSessions).where(eq(submitterSessions.hash, hash)),
);

export function deleteSubmitterSession(tx: Tx, hash: string): void {
  deleteByHash(tx).run({ hash });
}
