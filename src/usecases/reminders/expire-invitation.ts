import type { Reader } from '../../db/in-transaction.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import { assignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { moveAssignment } from '../assignment/move-assignment.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { fillPlaces } from '../round/fill-places.ts';
import type { Unit } from '../unit.ts';

/** Whether the days to answer are over. Reads only. */
export const isLapsed = (reader: Reader, id: AssignmentId, now: Date): boolean =>
  assignmentAtHand(reader, id, now)?.door === 'expired';

/** An invitation was not answered in time: it ends, and its place is offered to the next. False when it is not so. */
export function expireInvitation(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  assignmentId: AssignmentId,
): boolean {
  const found = assignmentAtHand(unit.tx, assignmentId, unit.clock.now());
  if (found?.door !== 'expired' || !moveAssignment(unit, found, { move: 'expire' }).ok) return false;
  noteAssignment(unit, { kind: 'service' }, 'expired', found);
  fillPlaces(unit, found.round);
  return true;
}
