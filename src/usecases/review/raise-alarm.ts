import { insertNote } from '../../db/note-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { CONCERN, type Alarm } from '../../domain/review/alarms.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { AssignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { noteAssignment } from '../assignment/note-assignment.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { raiseHold } from '../safety/raise-hold.ts';
import type { Unit } from '../unit.ts';

/**
 * A reviewer's alarm stops the case at once and tells the safety people. A concern in words is kept as a note on the
 * case, since nobody else reads a review that is not sent yet. A case that is held already tells them all the same.
 */
export function raiseAlarm(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  found: AssignmentAtHand,
  alarms: readonly Alarm[],
  concern: string,
): void {
  const [first] = alarms;
  if (first === undefined) return;
  const { row, submission } = found;
  if (alarms.includes(CONCERN)) {
    const at = unit.clock.now().toISOString();
    insertNote(unit.tx, {
      id: unit.random.token(12),
      submissionId: row.submissionId,
      by: row.personId,
      at,
      text: concern,
    });
    noteAssignment(unit, actor, 'safety_concern', found);
  }
  const raised = raiseHold(unit, { kind: 'service' }, { submissionId: row.submissionId, reason: `review:${first}` });
  if (!raised.ok) throw new Error(`No hold could be raised on ${row.submissionId}: ${raised.refusal.kind}`);
  if (raised.value === 'already_held') alertSafety(unit, submission);
}

function alertSafety(unit: Pick<Unit, 'tx' | 'clock' | 'random'>, submission: AssignmentAtHand['submission']): void {
  const occasion = unit.random.token(12);
  for (const { id } of peopleWithRole(unit.tx, submission.module, 'safety')) {
    enqueueLetter(unit, { name: 'safety_alert', submissionId: submission.id, personId: id }, `${occasion}:${id}`);
  }
}
