import { appendHistory } from '../../db/history-store.ts';
import { insertNote } from '../../db/note-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { caseToSee } from './case-to-see.ts';

/** A note for the staff of the module. It goes into no letter, no page and not to reviewers. */
export function addNote(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: { readonly submissionId: SubmissionId; readonly text: string },
): Result<'noted', Refusal> {
  const found = caseToSee(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const text = input.text.trim();
  if (text === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const at = unit.clock.now().toISOString();
  const { seen, staff } = found.value;
  insertNote(unit.tx, { id: unit.random.token(12), submissionId: seen.id, by: staff.personId, at, text });
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'note_written', object: seen.id, body: {} });
  return ok('noted');
}
