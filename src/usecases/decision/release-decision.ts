import { findDecision, releaseRow } from '../../db/decision-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { assignmentsOfRound, type AssignmentRow } from '../../db/assignment-store.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import { transitions } from '../../domain/submission/state.ts';
import { assignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { moveAssignment } from '../assignment/move-assignment.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

/**
 * The letter of a decision leaves: the submitter now reads the new state, and reviewers who were still asked are let
 * go. None is told how it was decided; a page that is published thanks them later. `held`: a hold came in between, the
 * letter waits for its end; `no_longer`: it was taken back or has left before.
 */
export function releaseDecision(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { decisionId: DecisionId },
): 'released' | 'held' | 'no_longer' {
  const decision = findDecision(unit.tx, input.decisionId);
  if (decision?.undoneAt !== null || decision.releasedAt !== null) return 'no_longer';
  const submission = findSubmission(unit.tx, decision.submissionId);
  if (submission === undefined) return 'no_longer';
  // Withdrawn meanwhile: there is nothing to tell any more.
  if (submission.state !== transitions[decision.outcome].to) return 'no_longer';
  if (submission.held) return 'held';
  const at = unit.clock.now().toISOString();
  releaseRow(unit.tx, decision.id, at);
  const body = { decision: decision.id, outcome: decision.outcome };
  appendHistory(unit.tx, { at, actor: 'service', act: 'decision_released', object: submission.id, body });
  const about = `decision:${decision.id}`;
  enqueueLetter(unit, { name: 'news', submissionId: submission.id, about }, `${submission.id}:${about}`);
  if (decision.roundId !== null) {
    for (const row of assignmentsOfRound(unit.tx, decision.roundId)) tellReviewer(unit, row);
  }
  return 'released';
}

/** Who has reviewed is thanked, unless the review's arrival did so; whoever was still asked need not go on. */
function tellReviewer(unit: Pick<Unit, 'tx' | 'clock'>, { id, status }: AssignmentRow): void {
  if (status === 'submitted') enqueueLetter(unit, { name: 'review_thanks', assignmentId: id }, id);
  if (status !== 'invited' && status !== 'accepted') return;
  const now = unit.clock.now();
  const found = assignmentAtHand(unit.tx, id, now);
  if (found === undefined) return;
  const moved = moveAssignment(unit, found, { move: 'release', reason: 'decided' });
  if (!moved.ok) return;
  noteAssignment(unit, { kind: 'service' }, 'released', found);
  enqueueLetter(unit, { name: 'released', assignmentId: id }, id);
}
