import { and, asc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto } from './row-writes.ts';
import { contacts, versions } from './schema/index.ts';
import { indexCase } from './search-index.ts';
import { statement, type Given } from './statement.ts';

export type VersionRow = typeof versions.$inferSelect;

const insertRow = insertsInto(versions);

/** Keeps what was sent, and makes it what a search finds. */
export function insertVersion(tx: Tx, row: typeof versions.$inferInsert): void {
  insertRow(tx, row);
  indexCase(tx, row.submissionId, row.answers);
}

const numbered = statement((reader, { submissionId, number }: Given<{ submissionId: SubmissionId; number: number }>) =>
  reader
    .select()
    .from(versions)
    .where(and(eq(versions.submissionId, submissionId), eq(versions.number, number))),
);

const everyOne = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(versions).where(eq(versions.submissionId, submissionId)).orderBy(asc(versions.number)),
);

const sealed = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select({ answers: contacts.answers }).from(contacts).where(eq(contacts.submissionId, submissionId)),
);

export function findVersion(reader: Reader, submissionId: SubmissionId, number: number): VersionRow | undefined {
  return numbered(reader).get({ submissionId, number });
}

/** Throws when it is not there: a sent submission always has its version. */
export function theVersion(reader: Reader, submissionId: SubmissionId, number: number): VersionRow {
  const row = findVersion(reader, submissionId, number);
  if (row === undefined) throw new Error(`Version ${String(number)} of ${submissionId} is not there`);
  return row;
}

export function versionsOf(reader: Reader, submissionId: SubmissionId): VersionRow[] {
  return everyOne(reader).all({ submissionId });
}

/** The sealed answers: contact data. For letters, the leak gate's canaries and a reveal that is written down. */
export function sealedAnswers(reader: Reader, submissionId: SubmissionId): Answers {
  return sealed(reader).get({ submissionId })?.answers ?? {};
}
