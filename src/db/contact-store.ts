import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Tx } from './in-transaction.ts';
import { contacts } from './schema/index.ts';

/** Keeps the sealed answers of a case, the only contact data there is. */
export function putContact(tx: Tx, submissionId: SubmissionId, answers: Answers): void {
  tx.insert(contacts)
    .values({ submissionId, answers })
    .onConflictDoUpdate({ target: contacts.submissionId, set: { answers } })
    .run();
}
