import { eq } from 'drizzle-orm';
import type { ConflictFacts } from '../../domain/assignment/conflict.ts';
import { conflictFactsIn } from '../../domain/assignment/conflict-facts.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { conflicts } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { sealedAnswers, theVersion } from '../version-store.ts';

const conflictsOf = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(conflicts).where(eq(conflicts.submissionId, submissionId)),
);

/** What the case says about who must not review it. Holds contact data: it goes into the comparison and no further. */
export function conflictFacts(reader: Reader, submissionId: SubmissionId, version: number): ConflictFacts {
  const { answers } = theVersion(reader, submissionId, version);
  return conflictFactsIn(answers, sealedAnswers(reader, submissionId), conflictsOf(reader).all({ submissionId }));
}
