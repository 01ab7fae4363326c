import { isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { ownAssignment, type AssignmentShut } from './assignment-at-hand.ts';
import { moveAssignment } from './move-assignment.ts';
import { noteAssignment } from './note-assignment.ts';

/** One week more, in one click. Pressed twice it extends once. */
export function extendReview(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { readonly assignmentId: AssignmentId },
): Result<'extended', Refusal | AssignmentShut> {
  const found = ownAssignment(unit.tx, actor, input.assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door } = found.value;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  const moved = moveAssignment(unit, found.value, { move: 'extend' });
  if (!moved.ok) return moved;
  noteAssignment(unit, actor, 'extended', found.value);
  return ok('extended');
}
