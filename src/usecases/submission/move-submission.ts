import { appendHistory } from '../../db/history-store.ts';
import { deleteSubmission, moveRow, type SubmissionFacts, type SubmissionRow } from '../../db/submission-store.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState, type Move, type SubmissionState } from '../../domain/submission/state.ts';
import type { Unit } from '../unit.ts';

export interface MoveInput {
  readonly seen: SubmissionRow;
  readonly move: Move;
  readonly actor: Actor;
  /** The state to go back to, for taking a decision back. */
  readonly before?: SubmissionState;
  readonly facts?: SubmissionFacts;
  readonly body?: HistoryEntry['body'];
}

/**
 * The only way in which a submission changes its state: asks the workflow's table, writes what was seen to be there,
 * and adds the row of the history in the same transaction. Whether the actor may is asked before, by `mayMove`.
 */
export function moveSubmission(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: MoveInput,
): Result<SubmissionState | 'deleted', Refusal> {
  const { seen, move, actor } = input;
  const next = nextState({ ...seen, before: input.before }, move);
  if (!next.ok) return next;
  const at = unit.clock.now().toISOString();
  const written =
    next.value === 'deleted' ? deleteSubmission(unit.tx, seen) : moveRow(unit.tx, seen, next.value, at, input.facts);
  if (!written) return refuse({ kind: 'changed_meanwhile' });
  appendHistory(unit.tx, {
    at,
    actor: actorName(actor),
    act: move,
    object: seen.id,
    body: { from: seen.state, to: next.value, ...input.body },
  });
  return ok(next.value);
}
