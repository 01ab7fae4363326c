import { and, asc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { contacts, versions } from './schema/index.ts';
import { indexCase } from './search-index.ts';

export type VersionRow = typeof versions.$inferSelect;

/** Keeps what was sent, and makes it what a search finds. */
export function insertVersion(tx: Tx, row: typeof versions.$inferInsert): void {
  tx.insert(versions).values(row).run();
  indexCase(tx, row.submissionId, row.answers);
}

export function findVersion(reader: Reader, submissionId: SubmissionId, number: number): VersionRow | undefined {
  return reader
    .select()
    .from(versions)
    .where(and(eq(versions.submissionId, submissionId), eq(versions.number, number)))
    .get();
}

/** Throws when it is not there: a sent submission always has its version. */
export function theVersion(reader: Reader, submissionId: SubmissionId, number: number): VersionRow {
  const row = findVersion(reader, submissionId, number);
  if (row === undefined) throw new Error(`Version ${String(number)} of ${submissionId} is not there`);
  return row;
}

export function versionsOf(reader: Reader, submissionId: SubmissionId): VersionRow[] {
  return reader
    .select()
    .from(versions)
    .where(eq(versions.submissionId, submissionId))
    .orderBy(asc(versions.number))
    .all();
}

/** The sealed answers: contact data. For letters, the leak gate's canaries and a reveal that is written down. */
export function sealedAnswers(reader: Reader, submissionId: SubmissionId): Answers {
  return reader.select().from(contacts).where(eq(contacts.submissionId, submissionId)).get()?.answers ?? {};
}
