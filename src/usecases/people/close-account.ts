import { appendHistory } from '../../db/history-store.ts';
import { findPerson, rolesIn, updatePerson } from '../../db/person-store.ts';
import { deleteSessionsOf } from '../../db/session-store.ts';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { releasePlacesOf } from './release-places-of.ts';
import { mayTouchAccount, rolesGivenBy } from './person-access.ts';

/**
 * Closes an account, or opens it again. A closed one cannot sign in, is signed out everywhere at once and is asked for
 * nothing more: places that wait for them go to the next. What the person did stays. Nobody closes their own.
 */
export function closeAccount(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: { readonly module: ModuleId; readonly personId: PersonId; readonly closed: boolean },
): Result<'closed' | 'open', Refusal> {
  const { module, personId, closed } = input;
  const person = findPerson(unit.tx, personId);
  const known = person !== undefined && rolesIn(unit.tx, module, personId).length > 0;
  if (!known || rolesGivenBy(actor, module).length === 0) return refuse({ kind: 'not_found' });
  const own = actor.kind === 'staff' && actor.personId === personId;
  if (own || !mayTouchAccount(unit, actor, person)) return refuse({ kind: 'not_permitted' });
  const outcome = closed ? 'closed' : 'open';
  if ((person.disabledAt !== null) === closed) return ok(outcome);
  const at = unit.clock.now().toISOString();
  updatePerson(unit.tx, personId, { disabledAt: closed ? at : null });
  if (closed) {
    deleteSessionsOf(unit.tx, personId);
    releasePlacesOf(unit, actor, personId);
  }
  appendHistory(unit.tx, {
    at,
    actor: actorName(actor),
    act: 'person_changed',
    object: personId,
    body: { module, closed },
  });
  return ok(outcome);
}
