import { isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { fillPlaces } from '../round/fill-places.ts';
import type { Unit } from '../unit.ts';
import { ownAssignment, type AssignmentShut } from './assignment-at-hand.ts';
import { moveAssignment } from './move-assignment.ts';
import { noteAssignment } from './note-assignment.ts';

export interface DeclineInput {
  readonly assignmentId: AssignmentId;
  /** In the reviewer's words, for curators only; may hold when to ask again, and whom to ask instead. */
  readonly reason: string;
}

/** The reviewer says no, which never counts against them; the place is offered to the next alternate at once. */
export function declineInvitation(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: DeclineInput,
): Result<'declined', Refusal | AssignmentShut> {
  const found = ownAssignment(unit.tx, actor, input.assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door } = found.value;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  const moved = moveAssignment(unit, found.value, { move: 'decline', reason: input.reason });
  if (!moved.ok) return moved;
  noteAssignment(unit, actor, 'declined', found.value);
  fillPlaces(unit, found.value.round);
  return ok('declined');
}
