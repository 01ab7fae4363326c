import { appendHistory } from '../../db/history-store.ts';
import { insertNote } from '../../db/note-store.ts';
import { latestPublication } from '../../db/publication-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import { caseForMove } from '../decision/case-for.ts';
import type { Unit } from '../unit.ts';
import { queuePublication } from './queue-publication.ts';

/** Queues the change that removes a published practice; it is removed when that change lands. The reason is kept as a note. */
export function askTakeDown(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: { submissionId: SubmissionId; reason: string },
): Result<'queued', Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'take_down');
  if (!found.ok) return found;
  const { seen } = found.value;
  const allowed = nextState(seen, 'take_down');
  if (!allowed.ok) return allowed;
  if (input.reason.trim() === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const live = latestPublication(unit.tx, seen.id);
  if (live?.state === 'queued' || live?.state === 'open') return refuse({ kind: 'changed_meanwhile' });
  const at = unit.clock.now().toISOString();
  const text = input.reason.trim();
  insertNote(unit.tx, { id: unit.random.token(12), submissionId: seen.id, by: found.value.staff.personId, at, text });
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'take_down_asked', object: seen.id, body: {} });
  queuePublication(unit, actor, { submission: seen, page: undefined, notBefore: undefined });
  return ok('queued');
}
