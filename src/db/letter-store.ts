import type { SubmissionId } from '../domain/ids.ts';
import { eq } from 'drizzle-orm';
import type { Tx } from './in-transaction.ts';
import { contacts, letters } from './schema/index.ts';

export type LetterRow = typeof letters.$inferSelect;

/** Writes what became of a letter; a letter that was refused and tried again keeps the later fact. */
export function putLetter(tx: Tx, row: LetterRow): void {
  const { outcome, at } = row;
  tx.insert(letters).values(row).onConflictDoUpdate({ target: letters.key, set: { outcome, at } }).run();
}

/** The submitter's address took no letter. */
export function noteBounce(tx: Tx, submissionId: SubmissionId, bouncedAt: string): void {
  tx.update(contacts).set({ bouncedAt }).where(eq(contacts.submissionId, submissionId)).run();
}
