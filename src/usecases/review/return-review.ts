import { noteReturned } from '../../db/assignment-store.ts';
import { partTakers } from '../../db/queries/part-takers.ts';
import { isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { hasPart, mayCurate, type CaseRef } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { latestReview } from '../../db/review-store.ts';
import { assignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { moveAssignment } from '../assignment/move-assignment.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { keepCaseScore } from '../round/keep-case-score.ts';
import type { Unit } from '../unit.ts';

const SHORTEST_NOTE = 10;

export interface ReturnInput {
  readonly assignmentId: AssignmentId;
  /** What to mend, as the reviewer will read it. */
  readonly note: string;
}

/** A curator gives a review back: it is incomplete, names somebody, or hurts. The reviewer gets a week to mend it. */
export function returnReview(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: ReturnInput,
): Result<'returned', Refusal> {
  const found = assignmentAtHand(unit.tx, input.assignmentId, unit.clock.now());
  if (found === undefined) return refuse({ kind: 'not_found' });
  const { submission, door, row } = found;
  const ref: CaseRef = {
    submissionId: submission.id,
    module: submission.module,
    partTakers: partTakers(unit.tx, submission.id),
  };
  if (!mayCurate(actor, submission.module) || hasPart(actor, ref)) return refuse({ kind: 'not_found' });
  if (door === 'paused') return refuse({ kind: 'on_hold', move: 'revise' });
  if (!isOpenDoor(door)) return refuse({ kind: 'too_late' });
  const note = input.note.trim();
  if (note.length < SHORTEST_NOTE) return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const moved = moveAssignment(unit, found, { move: 'return_review' });
  if (!moved.ok) return moved;
  noteReturned(unit.tx, row.id, note);
  keepCaseScore(unit, submission.id);
  noteAssignment(unit, actor, 'review_returned', found);
  const number = latestReview(unit.tx, row.id)?.number ?? 0;
  enqueueLetter(unit, { name: 'review_returned', assignmentId: row.id }, `${row.id}:${String(number)}`);
  return ok('returned');
}
