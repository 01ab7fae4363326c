import { eq } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { PersonId, SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

const takers = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  union(
    reader.select({ id: assignments.personId }).from(assignments).where(eq(assignments.submissionId, submissionId)),
    reader.select({ id: conflicts.personId }).from(conflicts).where(eq(conflicts.submissionId, submissionId)),
  ),
);

/** People with a part of their own in the case: asked to review it, or in a conflict with it. */
export function partTakers(reader: Reader, submissionId: SubmissionId): PersonId[] {
  return takers(reader)
    .all({ submissionId })
    .map(({ id }) => id);
}
