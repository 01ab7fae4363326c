import { appendHistory } from '../../db/history-store.ts';
import { insertNote } from '../../db/note-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { sealedAnswers } from '../../db/version-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Answers } from '../../domain/module/form.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import { caseToSee } from './case-to-see.ts';

/** Characters of a reason to look at who sent a case. */
export const SHORTEST_REASON = 10;

/**
 * Opens the contact data of one case for one look. The reason stays as a note, the fact in the history, and every
 * safety person is told but for the one who looks.
 */
export function revealContact(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: { readonly submissionId: SubmissionId; readonly reason: string },
): Result<Answers, Refusal> {
  const found = caseToSee(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const text = input.reason.trim();
  if (text.length < SHORTEST_REASON) return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const { seen, staff } = found.value;
  const at = unit.clock.now().toISOString();
  const id = unit.random.token(12);
  insertNote(unit.tx, { id, submissionId: seen.id, by: staff.personId, at, text });
  appendHistory(unit.tx, {
    at,
    actor: actorName(actor),
    act: 'identity_revealed',
    object: seen.id,
    body: { note: id },
  });
  for (const person of peopleWithRole(unit.tx, seen.module, 'safety')) {
    if (person.id === staff.personId) continue;
    const letter = {
      name: 'curator_alert',
      submissionId: seen.id,
      personId: person.id,
      about: 'identity_shown',
    } as const;
    enqueueLetter(unit, letter, `${seen.id}:identity_shown:${id}:${person.id}`);
  }
  return ok(sealedAnswers(unit.tx, seen.id));
}
