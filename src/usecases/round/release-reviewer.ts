import { findAssignment, moveAssignmentRow, toAssignment } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { nextAssignment } from '../../domain/assignment/assignment.ts';
import type { AssignmentId, SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { caseForMove } from '../decision/case-for.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import { fillPlaces } from './fill-places.ts';
import { openRoundOf } from './open-round-of.ts';

/** Takes an invitation or a review in progress back, with a reason for the file; the next on the list is invited. */
export function releaseReviewer(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: { readonly submissionId: SubmissionId; readonly assignmentId: AssignmentId; readonly reason: string },
): Result<'released', Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'open_round');
  if (!found.ok) return found;
  const { seen } = found.value;
  const open = openRoundOf(unit, seen);
  if (!open.ok) return open;
  const row = findAssignment(unit.tx, input.assignmentId);
  if (row?.roundId !== open.value.id) return refuse({ kind: 'not_found' });
  const reason = input.reason.trim();
  if (reason === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const { policy } = pinnedDefinition(unit.tx, seen.module, open.value.definitionCommit);
  const now = unit.clock.now();
  const next = nextAssignment(toAssignment(row), { move: 'release', reason }, now, policy);
  if (!next.ok || !moveAssignmentRow(unit.tx, row, next.value, now)) return refuse({ kind: 'changed_meanwhile' });
  const body = { assignment: row.id, person: row.personId };
  appendHistory(unit.tx, { at: now.toISOString(), actor: actorName(actor), act: 'released', object: seen.id, body });
  enqueueLetter(unit, { name: 'released', assignmentId: row.id }, row.id);
  fillPlaces(unit, open.value);
  return ok('released');
}
