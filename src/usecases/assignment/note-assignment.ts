import { appendHistory } from '../../db/history-store.ts';
import type { Act, HistoryEntry } from '../../domain/history.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Unit } from '../unit.ts';
import type { AssignmentAtHand } from './assignment-at-hand.ts';

/** Writes down what happened to an assignment, with the case it belongs to. */
export function noteAssignment(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  act: Act,
  { row, round }: Pick<AssignmentAtHand, 'row' | 'round'>,
  more: HistoryEntry['body'] = {},
): void {
  appendHistory(unit.tx, {
    at: unit.clock.now().toISOString(),
    actor: actorName(actor),
    act,
    object: row.submissionId,
    body: { assignment: row.id, person: row.personId, round: round.number, ...more },
  });
}
