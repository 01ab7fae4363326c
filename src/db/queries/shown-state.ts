import { and, desc, eq, isNull } from 'drizzle-orm';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { decisions } from '../schema/index.ts';
import type { SubmissionRow } from '../submission-store.ts';

export type DecisionRow = typeof decisions.$inferSelect;

/** The decision that rules: the newest that was not taken back. */
export function rulingDecision(reader: Reader, submissionId: SubmissionRow['id']): DecisionRow | undefined {
  return reader
    .select()
    .from(decisions)
    .where(and(eq(decisions.submissionId, submissionId), isNull(decisions.undoneAt)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1)
    .get();
}

/** What the submitter reads: while the letter of a decision is held, still the state before it. */
export function shownState(reader: Reader, submission: Pick<SubmissionRow, 'id' | 'state'>): SubmissionState {
  const decided: readonly SubmissionState[] = ['accepted', 'revision', 'rejected'];
  if (!decided.includes(submission.state)) return submission.state;
  const ruling = rulingDecision(reader, submission.id);
  const waits = ruling?.releasedAt === null && ruling.releaseAt !== null;
  return waits ? ruling.stateBefore : submission.state;
}
