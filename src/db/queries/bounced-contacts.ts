import { and, eq, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { ModuleId, PublicId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { contacts, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** Nothing is waited for any more once a case has ended. */
const ended: SubmissionState[] = ['published', 'rejected', 'withdrawn', 'removed'];
const MOST = 50;

const bounce = statement((reader, { id }: Given<{ id: SubmissionId }>) =>
  reader.select({ bouncedAt: contacts.bouncedAt }).from(contacts).where(eq(contacts.submissionId, id)),
);

/** When the submitter's address was refused for good; undefined while letters arrive. */
export function bouncedOn(reader: Reader, id: SubmissionId): Date | undefined {
  const row = bounce(reader).get({ id });
  return row?.bouncedAt == null ? undefined : new Date(row.bouncedAt);
}

const unreached = statement((reader, { module }: Given<{ module: ModuleId }>) =>
  reader
    .select({ publicId: submissions.publicId, bouncedAt: sql<string>`${contacts.bouncedAt}` })
    .from(contacts)
    .innerJoin(submissions, eq(submissions.id, contacts.submissionId))
    .where(and(eq(submissions.module, module), isNotNull(contacts.bouncedAt), notInArray(submissions.state, ended)))
    .orderBy(contacts.bouncedAt)
    .limit(MOST),
);

/** Cases on their way whose submitters our letters do not reach, the oldest first. */
export function unreachedCases(reader: Reader, module: ModuleId): { publicId: PublicId; bouncedAt: string }[] {
  return unreached(reader).all({ module });
}
