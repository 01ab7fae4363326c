import { eq, lt } from 'drizzle-orm';
import type { Reader, Tx } from './in-transaction.ts';
import { deletedDrafts } from './schema/index.ts';

/** Writes down that a draft was deleted, and forgets those that were deleted before `since`. */
export function noteDeletedDraft(tx: Tx, row: { receiptHash: string; deletedAt: string }, since: string): void {
  tx.delete(deletedDrafts).where(lt(deletedDrafts.deletedAt, since)).run();
  tx.insert(deletedDrafts).values(row).onConflictDoNothing().run();
}

/** When the draft of this receipt was deleted by the clock, if it was, and not too long ago. */
export function draftDeletedAt(reader: Reader, receiptHash: string): string | undefined {
  return reader
    .select({ at: deletedDrafts.deletedAt })
    .from(deletedDrafts)
    .where(eq(deletedDrafts.receiptHash, receiptHash))
    .get()?.at;
}
