import { placeIsLost } from '../../domain/assignment/reminders.ts';
import type { Reader } from '../../db/in-transaction.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import { assignmentAtHand, type AssignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { moveAssignment } from '../assignment/move-assignment.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { fillPlaces } from '../round/fill-places.ts';
import type { Unit } from '../unit.ts';

/** Whether a review is so late that its place is given to somebody else. Reads only. */
export const isLost = (reader: Reader, id: AssignmentId, now: Date): boolean =>
  lostPlace(reader, id, now) !== undefined;

function lostPlace(reader: Reader, id: AssignmentId, now: Date): AssignmentAtHand | undefined {
  const found = assignmentAtHand(reader, id, now);
  if (found?.door !== 'accepted') return undefined;
  return placeIsLost(found.assignment, now, found.definition.policy) ? found : undefined;
}

/** The last reminder of a review was in vain: its place is offered to the next. False when it is not so. */
export function releaseLostPlace(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  assignmentId: AssignmentId,
): boolean {
  const found = lostPlace(unit.tx, assignmentId, unit.clock.now());
  if (found === undefined || !moveAssignment(unit, found, { move: 'release', reason: 'overdue' }).ok) return false;
  noteAssignment(unit, { kind: 'service' }, 'released', found);
  enqueueLetter(unit, { name: 'released', assignmentId }, assignmentId);
  fillPlaces(unit, found.round);
  return true;
}
