import { and, desc, eq, isNull } from 'drizzle-orm';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { decisions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';

export type DecisionRow = typeof decisions.$inferSelect;

const ruling = statement((reader, { submissionId }: Given<{ submissionId: SubmissionRow['id'] }>) =>
  reader
    .select()
    .from(decisions)
    .where(and(eq(decisions.submissionId, submissionId), isNull(decisions.undoneAt)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1),
);

/** The decision that rules: the newest that was not taken back. */
export function rulingDecision(reader: Reader, submissionId: SubmissionRow['id']): DecisionRow | undefined {
  return ruling(reader).get({ submissionId });
}

/** What the submitter reads: while the letter of a decision is held, still the state before it. */
export function shownState(reader: Reader, submission: Pick<SubmissionRow, 'id' | 'state'>): SubmissionState {
  const decided: readonly SubmissionState[] = ['accepted', 'revision', 'rejected'];
  if (!decided.includes(submission.state)) return submission.state;
  const decision = rulingDecision(reader, submission.id);
  const waits = decision?.releasedAt === null && decision.releaseAt !== null;
  return waits ? decision.stateBefore : submission.state;
}
