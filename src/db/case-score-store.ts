import { eq, sql } from 'drizzle-orm';
import type { RoundId, SubmissionId } from '../domain/ids.ts';
import type { SubmissionState } from '../domain/submission/state.ts';
import type { Tx } from './in-transaction.ts';
import { excluded, insertsInto } from './row-writes.ts';
import { assignments, caseScores } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

/** What is kept; the rest of the table follows from it. */
export type CaseScoreRow = Omit<typeof caseScores.$inferSelect, 'scoreOrder' | 'spreadOrder' | 'withReviewers'>;

/** Puts what the newest round of a case amounts to in the place of what it amounted to before. */
export const putCaseScore = insertsInto(caseScores, (insert) =>
  insert.onConflictDoUpdate({
    target: caseScores.submissionId,
    set: {
      state: excluded(caseScores.state),
      stateEnteredAt: excluded(caseScores.stateEnteredAt),
      roundId: excluded(caseScores.roundId),
      wanted: excluded(caseScores.wanted),
      open: excluded(caseScores.open),
      answered: excluded(caseScores.answered),
      score: excluded(caseScores.score),
      spread: excluded(caseScores.spread),
      said: excluded(caseScores.said),
      advice: excluded(caseScores.advice),
    },
  }),
);

const setState = statement((tx: Tx, { id, to, at }: Given<{ id: SubmissionId; to: SubmissionState; at: string }>) =>
  tx
    .update(caseScores)
    .set({ state: sql`${to}`, stateEnteredAt: sql`${at}` })
    .where(eq(caseScores.submissionId, id)),
);

/** Follows a submission into another state. */
export function noteStateOfScore(tx: Tx, id: SubmissionId, to: SubmissionState, at: string): void {
  setState(tx).run({ id, to, at });
}

const setOpen = statement((tx: Tx, { id }: Given<{ id: SubmissionId }>) =>
  tx
    .update(caseScores)
    .set({
      open: sql`(select count(*) from ${assignments} where ${assignments.roundId} = ${caseScores.roundId} and ${assignments.status} in ('invited', 'accepted'))`,
    })
    .where(eq(caseScores.submissionId, id)),
);

/** Somebody was asked, or an assignment has moved. */
export function noteOpenPlaces(tx: Tx, id: SubmissionId): void {
  setOpen(tx).run({ id });
}

const setWanted = statement((tx: Tx, { roundId, wanted }: Given<{ roundId: RoundId; wanted: number }>) =>
  tx
    .update(caseScores)
    .set({ wanted: sql`${wanted}` })
    .where(eq(caseScores.roundId, roundId)),
);

/** A round wants another number of reviews than before. */
export function noteWanted(tx: Tx, roundId: RoundId, wanted: number): void {
  setWanted(tx).run({ roundId, wanted });
}
