import { eq } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Tx } from './in-transaction.ts';
import { excluded, insertsInto, updatesOf } from './row-writes.ts';
import { contacts, letters } from './schema/index.ts';
import type { Given } from './statement.ts';

export type LetterRow = typeof letters.$inferSelect;

/** Writes what became of a letter; a letter that was refused and tried again keeps the later fact. */
export const putLetter: (tx: Tx, row: LetterRow) => void = insertsInto(letters, (insert) =>
  insert.onConflictDoUpdate({
    target: letters.key,
    set: { outcome: excluded(letters.outcome), at: excluded(letters.at) },
  }),
);

const updateContact = updatesOf(contacts, ({ submissionId }: Given<{ submissionId: SubmissionId }>) =>
  eq(contacts.submissionId, submissionId),
);

/** The submitter's address took no letter. */
export function noteBounce(tx: Tx, submissionId: SubmissionId, bouncedAt: string): void {
  updateContact(tx, { bouncedAt }, { submissionId });
}
