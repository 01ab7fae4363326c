import { appendHistory } from '../../db/history-store.ts';
import { findPersonByEmail, giveRole, insertPerson, rolesIn, type PersonRow } from '../../db/person-store.ts';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { readPerson, type PersonInvalid, type PersonRead, type PersonTyped } from '../../domain/people/person-facts.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import { rolesGivenBy } from './person-access.ts';

type PeopleUnit = Pick<Unit, 'tx' | 'clock' | 'random' | 'modules'>;

/**
 * Makes somebody a reviewer or curator of the module and writes to them. Somebody whom another module knows already
 * keeps what is known of them and gets the roles; in this module an address is there once.
 */
export function makePerson(
  unit: PeopleUnit,
  actor: Actor,
  input: { readonly module: ModuleId; readonly typed: PersonTyped; readonly interfaceLanguage?: string },
): Result<PersonId, Refusal | PersonInvalid> {
  const { module } = input;
  const allowed = rolesGivenBy(actor, module);
  if (allowed.length === 0) return refuse({ kind: 'not_found' });
  const definition = unit.modules.current(module);
  if (definition === undefined) return refuse({ kind: 'module_unavailable' });
  const read = readPerson(input.typed, definition, allowed);
  if (!read.ok) return refuse({ kind: 'person_invalid', problems: read.refusal });
  const known = findPersonByEmail(unit.tx, read.value.email);
  if (known !== undefined && isTaken(unit, known, module))
    return refuse({ kind: 'person_invalid', problems: [{ field: 'email', problem: 'taken' }] });
  const id = known?.id ?? insertNew(unit, read.value, input.interfaceLanguage ?? 'en');
  for (const role of read.value.roles) giveRole(unit.tx, module, id, role);
  const body = { module, roles: read.value.roles.join(' ') };
  appendHistory(unit.tx, { at: at(unit), actor: actorName(actor), act: 'person_made', object: id, body });
  enqueueLetter(unit, { name: 'welcome', personId: id, module }, `${id}:${module}`);
  return ok(id);
}

const at = (unit: PeopleUnit): string => unit.clock.now().toISOString();

/** A closed account is opened again on its own page, by somebody who sees that it was closed. */
const isTaken = (unit: PeopleUnit, known: PersonRow, module: ModuleId): boolean =>
  known.disabledAt !== null || rolesIn(unit.tx, module, known.id).length > 0;

function insertNew(unit: PeopleUnit, { roles: _roles, ...facts }: PersonRead, interfaceLanguage: string): PersonId {
  const id = unit.random.token(12) as PersonId;
  insertPerson(unit.tx, {
    ...facts,
    id,
    languages: [...facts.languages],
    topics: [...facts.topics],
    interfaceLanguage,
    createdAt: at(unit),
  });
  return id;
}
