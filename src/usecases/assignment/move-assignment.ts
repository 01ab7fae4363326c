import { moveAssignmentRow } from '../../db/assignment-store.ts';
import { nextAssignment, type Assignment, type AssignmentStep } from '../../domain/assignment/assignment.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import type { AssignmentAtHand } from './assignment-at-hand.ts';

/** The only way in which an assignment changes its status: asks the table, and writes what was seen to be there. */
export function moveAssignment(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { row, assignment, definition }: AssignmentAtHand,
  step: AssignmentStep,
): Result<Assignment, Refusal> {
  const now = unit.clock.now();
  const next = nextAssignment(assignment, step, now, definition.policy);
  if (!next.ok) return refuse({ kind: 'changed_meanwhile' });
  if (!moveAssignmentRow(unit.tx, row, next.value, now)) return refuse({ kind: 'changed_meanwhile' });
  return ok(next.value);
}
