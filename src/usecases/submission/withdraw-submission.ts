import { assignmentsOfSubmission, moveAssignmentRow } from '../../db/assignment-store.ts';
import { latestPublication } from '../../db/publication-store.ts';
import { closeRoundRow, latestRound } from '../../db/round-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { undoUntoldDecision } from '../decision/undo-untold-decision.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { closeChange } from '../publication/ask-forge.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCase } from './own-case.ts';

/**
 * Takes a text back: experts who were asked are let go, a change that is under way is closed, and a decision whose
 * letter still waits never was: a withdrawal must not tell by its answer that somebody has decided. Allowed under hold too.
 */
export function withdrawSubmission(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'withdrawn', Refusal> {
  const found = ownCase(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const asShown = nextState({ state: found.value.shown, held: found.value.seen.held }, 'withdraw');
  if (!asShown.ok) return asShown;
  const seen = undoUntoldDecision(unit, found.value.seen);
  const moved = moveSubmission(unit, { seen, move: 'withdraw', actor, facts: { pageOfferedAt: null } });
  if (!moved.ok) return moved;
  releaseReviewers(unit, actor, seen);
  const publication = latestPublication(unit.tx, seen.id);
  if (publication?.state === 'queued' || publication?.state === 'open') closeChange(unit, actor, seen, publication);
  alertCurators(unit, seen, 'withdrawn', String(seen.revision));
  return ok('withdrawn');
}

function releaseReviewers(unit: Pick<Unit, 'tx' | 'clock'>, actor: Actor, seen: SubmissionRow): void {
  const round = latestRound(unit.tx, seen.id);
  if (round === undefined) return;
  const now = unit.clock.now();
  closeRoundRow(unit.tx, round.id, now.toISOString());
  for (const row of assignmentsOfSubmission(unit.tx, seen.id)) {
    if (row.status !== 'invited' && row.status !== 'accepted') continue;
    moveAssignmentRow(unit.tx, row, { status: 'released', endedAt: now, reason: 'withdrawn' }, now);
    noteAssignment(unit, actor, 'released', { row, round });
    enqueueLetter(unit, { name: 'released', assignmentId: row.id }, row.id);
  }
}
