import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ScreeningFacts } from '../../domain/review/screening.ts';
import type { Reader } from '../in-transaction.ts';
import { findScreening, type ScreeningRow } from '../round-store.ts';
import { holds } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { theVersion } from '../version-store.ts';

export interface SeenScreening {
  readonly row: ScreeningRow | undefined;
  /** For the rules; undefined while this version was not screened. */
  readonly facts: ScreeningFacts | undefined;
  /** Safety has looked at this very version and lifted a hold. */
  readonly clearedVersion: boolean;
}

const lastLifted = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader
    .select({ at: holds.liftedAt })
    .from(holds)
    .where(and(eq(holds.submissionId, submissionId), isNotNull(holds.liftedAt)))
    .orderBy(desc(holds.liftedAt))
    .limit(1),
);

/** The screening of the newest version, and whether safety has spoken since. */
export function screeningFacts(reader: Reader, submission: Pick<SubmissionRow, 'id' | 'version'>): SeenScreening {
  const row = findScreening(reader, submission.id, submission.version);
  const lifted = lastLifted(reader).get({ submissionId: submission.id })?.at;
  const since = (at: string): boolean => typeof lifted === 'string' && lifted >= at;
  const facts = row && { gates: row.gates, readForNames: row.readForNames, cleared: since(row.at) };
  return { row, facts, clearedVersion: since(theVersion(reader, submission.id, submission.version).createdAt) };
}
