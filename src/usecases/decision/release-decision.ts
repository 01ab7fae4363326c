import { findDecision, releaseRow } from '../../db/decision-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { assignmentsOfRound } from '../../db/assignment-store.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

/**
 * The letter of a decision leaves: the submitter now reads the new state, and reviewers hear how it went. `held`: a
 * hold came in between, the letter waits for its end; `no_longer`: it was taken back or has left before.
 */
export function releaseDecision(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { decisionId: DecisionId },
): 'released' | 'held' | 'no_longer' {
  const decision = findDecision(unit.tx, input.decisionId);
  if (decision?.undoneAt !== null || decision.releasedAt !== null) return 'no_longer';
  const submission = findSubmission(unit.tx, decision.submissionId);
  if (submission === undefined) return 'no_longer';
  if (submission.held) return 'held';
  const at = unit.clock.now().toISOString();
  releaseRow(unit.tx, decision.id, at);
  const body = { decision: decision.id, outcome: decision.outcome };
  appendHistory(unit.tx, { at, actor: 'service', act: 'decision_released', object: submission.id, body });
  const about = `decision:${decision.id}`;
  enqueueLetter(unit, { name: 'news', submissionId: submission.id, about }, `${submission.id}:${about}`);
  if (decision.roundId !== null) {
    for (const row of assignmentsOfRound(unit.tx, decision.roundId)) {
      if (row.status !== 'submitted') continue;
      enqueueLetter(unit, { name: 'review_thanks', assignmentId: row.id }, row.id);
    }
  }
  return 'released';
}
