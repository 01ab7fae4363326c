import { findReviewDraft, insertReview, latestReview } from '../../db/review-store.ts';
import { isAtWork, isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alarmsOf } from '../../domain/review/alarms.ts';
import { sameReview } from '../../domain/review/review-parts.ts';
import { completeReview, countsForQuorum, emptyReview, type ReviewAnswers } from '../../domain/review/review.ts';
import { total } from '../../domain/review/score.ts';
import type { Standing } from '../../domain/round/standing.ts';
import { ownAssignment, type AssignmentAtHand, type AssignmentShut } from '../assignment/assignment-at-hand.ts';
import { moveAssignment } from '../assignment/move-assignment.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { fillPlaces } from '../round/fill-places.ts';
import { keepCaseScore } from '../round/keep-case-score.ts';
import type { Unit } from '../unit.ts';
import { raiseAlarm } from './raise-alarm.ts';

/**
 * Sends what is saved as the next version of the review; the versions before are kept. The same words again make no
 * version. A safety gate that is not passed and a concern stop the case. When everybody has answered the curators are
 * told, and a place that this review leaves empty is offered on.
 */
export function submitReview(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: { readonly assignmentId: AssignmentId },
): Result<{ readonly version: number }, Refusal | AssignmentShut> {
  const found = ownAssignment(unit.tx, actor, input.assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door, row, definition } = found.value;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  if (!isAtWork(door)) return refuse({ kind: 'changed_meanwhile' });
  const complete = completeReview(definition.rubric, findReviewDraft(unit.tx, row.id)?.answers ?? emptyReview);
  if (!complete.ok) return refuse({ kind: 'guard', guard: 'review_incomplete' });
  const before = latestReview(unit.tx, row.id);
  const isSame = before !== undefined && sameReview(definition.rubric, before.answers, complete.value);
  if (isSame && door === 'submitted') return ok({ version: before.number });
  const moved = moveAssignment(unit, found.value, { move: 'submit' });
  if (!moved.ok) return moved;
  const version = (before?.number ?? 0) + 1;
  keepVersion(unit, found.value, complete.value, version);
  noteAssignment(unit, actor, 'review_submitted', found.value, { version });
  const alarms = alarmsOf(definition.rubric, complete.value);
  raiseAlarm(unit, actor, found.value, alarms, complete.value.safetyConcern);
  enqueueLetter(unit, { name: 'review_thanks', assignmentId: row.id }, row.id);
  fillPlaces(unit, found.value.round);
  const standing = keepCaseScore(unit, row.submissionId)?.standing;
  tellCurators(unit, found.value, standing);
  return ok({ version });
}

function keepVersion(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { row, definition: { rubric } }: AssignmentAtHand,
  answers: ReviewAnswers,
  number: number,
): void {
  const points = countsForQuorum(rubric, answers) ? total(rubric, answers.scores) : undefined;
  const submittedAt = unit.clock.now().toISOString();
  insertReview(unit.tx, { assignmentId: row.id, number, answers, total: points ?? null, submittedAt });
}

/** Once for every time that a round has all the reviews it wants. */
function tellCurators(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { submission, round }: AssignmentAtHand,
  standing: Standing | undefined,
): void {
  if (standing?.kind !== 'ready' && standing?.kind !== 'disagreement') return;
  alertCurators(unit, submission, 'reviews_in', `${round.id}:${String(round.target)}`);
}
