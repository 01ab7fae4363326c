import type { SubmissionId } from '../domain/ids.ts';
import { eq } from 'drizzle-orm';
import type { Reader, Tx } from './in-transaction.ts';
import { contacts, letters } from './schema/index.ts';

export type LetterRow = typeof letters.$inferSelect;

/** Whether a letter left, or was found never to leave; undefined while it waits. */
export function letterOutcome(reader: Reader, key: string): LetterRow['outcome'] | undefined {
  return reader.select({ outcome: letters.outcome }).from(letters).where(eq(letters.key, key)).get()?.outcome;
}

/** Writes what became of a letter; a letter that was refused and tried again keeps the later fact. */
export function putLetter(tx: Tx, row: LetterRow): void {
  const { outcome, at } = row;
  tx.insert(letters).values(row).onConflictDoUpdate({ target: letters.key, set: { outcome, at } }).run();
}

/** The submitter's address took no letter. */
export function noteBounce(tx: Tx, submissionId: SubmissionId, bouncedAt: string): void {
  tx.update(contacts).set({ bouncedAt }).where(eq(contacts.submissionId, submissionId)).run();
}
