import { moveAssignmentRow, openAssignmentsOf, toAssignment } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { findRound } from '../../db/round-store.ts';
import { findSubmission } from '../../db/submission-store.ts';
import { nextAssignment } from '../../domain/assignment/assignment.ts';
import type { PersonId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { fillPlaces } from '../round/fill-places.ts';
import type { Unit } from '../unit.ts';

/** Somebody reviews no more: every invitation and review that still waits for them falls free, and the next are asked. */
export function releasePlacesOf(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  personId: PersonId,
): void {
  const now = unit.clock.now();
  for (const row of openAssignmentsOf(unit.tx, personId)) {
    const round = findRound(unit.tx, row.roundId);
    const submission = findSubmission(unit.tx, row.submissionId);
    if (round === undefined || submission === undefined) continue;
    const { policy } = pinnedDefinition(unit.tx, submission.module, round.definitionCommit);
    const next = nextAssignment(toAssignment(row), { move: 'release', reason: '' }, now, policy);
    if (!next.ok || !moveAssignmentRow(unit.tx, row, next.value, now)) continue;
    const body = { assignment: row.id, person: personId };
    appendHistory(unit.tx, {
      at: now.toISOString(),
      actor: actorName(actor),
      act: 'released',
      object: submission.id,
      body,
    });
    fillPlaces(unit, round);
  }
}
