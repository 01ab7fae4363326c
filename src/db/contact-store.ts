import { sql } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Tx } from './in-transaction.ts';
import { excluded, insertsInto } from './row-writes.ts';
import { contacts } from './schema/index.ts';

const keptIfSame = sql`case when ${contacts.answers} = excluded.answers then ${contacts.bouncedAt} end`;

const putAnswers = insertsInto(contacts, (insert) =>
  insert.onConflictDoUpdate({
    target: contacts.submissionId,
    set: { answers: excluded(contacts.answers), bouncedAt: keptIfSame },
  }),
);

/** Keeps the sealed answers of a case, the only contact data there is. A changed one is worth a letter again. */
export function putContact(tx: Tx, submissionId: SubmissionId, answers: Answers): void {
  putAnswers(tx, { submissionId, answers });
}
