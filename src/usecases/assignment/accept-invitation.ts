import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { isOpenDoor } from '../../domain/assignment/door.ts';
import { ownAssignment, type AssignmentShut } from './assignment-at-hand.ts';
import { moveAssignment } from './move-assignment.ts';
import { noteAssignment } from './note-assignment.ts';
import { rememberBrowser, type ReviewersBrowser } from './remember-browser.ts';

export interface AcceptInput extends ReviewersBrowser {
  readonly assignmentId: AssignmentId;
  /** The reviewer states that no interest of their own stands in the way. */
  readonly statement: boolean;
}

/** The reviewer takes it on. The browser in which that happens is remembered; any further one is asked for a code. */
export function acceptInvitation(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  actor: Actor,
  input: AcceptInput,
): Result<'accepted', Refusal | AssignmentShut> {
  const found = ownAssignment(unit.tx, actor, input.assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door } = found.value;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  if (door !== 'invited') return refuse({ kind: 'changed_meanwhile' });
  if (!input.statement) return refuse({ kind: 'guard', guard: 'statement_missing' });
  const moved = moveAssignment(unit, found.value, { move: 'accept' });
  if (!moved.ok) return moved;
  rememberBrowser(unit, found.value.row, input);
  noteAssignment(unit, actor, 'accepted_invitation', found.value);
  return ok('accepted');
}
