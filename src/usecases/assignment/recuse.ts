import { putConflict } from '../../db/conflict-store.ts';
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

export interface RecuseInput {
  readonly assignmentId: AssignmentId;
  /** What the conflict is, in the reviewer's words; for curators only. */
  readonly conflict: string;
}

/** The reviewer must not judge this case. It is remembered for every later round, and the place is offered on. */
export function recuse(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: RecuseInput,
): Result<'recused', Refusal | AssignmentShut> {
  const found = ownAssignment(unit.tx, actor, input.assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door, row, round } = found.value;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  const reason = input.conflict.trim();
  if (reason === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const moved = moveAssignment(unit, found.value, { move: 'recuse', reason });
  if (!moved.ok) return moved;
  const { submissionId, personId } = row;
  putConflict(unit.tx, { submissionId, personId, kind: 'recused', reason, at: unit.clock.now().toISOString() });
  noteAssignment(unit, actor, 'recused', found.value);
  fillPlaces(unit, round);
  return ok('recused');
}
