import { appendHistory } from '../../db/history-store.ts';
import {
  findPerson,
  findPersonByEmail,
  giveRole,
  rolesIn,
  takeRole,
  updatePerson,
  type PersonRow,
} from '../../db/person-store.ts';
import { deleteSessionsOf } from '../../db/session-store.ts';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import { actorName, type Actor, type Role } from '../../domain/people/actor.ts';
import { readPerson, type PersonInvalid, type PersonRead, type PersonTyped } from '../../domain/people/person-facts.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { mayTouchAccount, rolesGivenBy } from './person-access.ts';

export interface PersonChange {
  readonly module: ModuleId;
  readonly personId: PersonId;
  readonly typed: PersonTyped;
}

type PeopleUnit = Pick<Unit, 'tx' | 'clock' | 'modules'>;

/** Changes what is known of somebody and their roles in this module. A changed role or address signs them out at once. */
export function changePerson(
  unit: PeopleUnit,
  actor: Actor,
  input: PersonChange,
): Result<'changed' | 'same', Refusal | PersonInvalid> {
  const { module, personId } = input;
  const allowed = rolesGivenBy(actor, module);
  const person = findPerson(unit.tx, personId);
  const held = rolesIn(unit.tx, module, personId);
  if (allowed.length === 0 || person === undefined || held.length === 0) return refuse({ kind: 'not_found' });
  const definition = unit.modules.current(module);
  if (definition === undefined) return refuse({ kind: 'module_unavailable' });
  const kept = held.filter((role) => !allowed.includes(role));
  const read = readPerson(withKept(input.typed, kept), definition, [...allowed, ...kept]);
  if (!read.ok) return refuse({ kind: 'person_invalid', problems: read.refusal });
  const { roles, ...facts } = read.value;
  if (facts.email !== person.email) {
    if (!mayTouchAccount(unit, actor, person)) return refuse({ kind: 'not_permitted' });
    if (findPersonByEmail(unit.tx, facts.email) !== undefined)
      return refuse({ kind: 'person_invalid', problems: [{ field: 'email', problem: 'taken' }] });
  }
  return ok(writeChange(unit, actor, { person, held, module, facts, roles }));
}

/** A role that this actor could not give is not theirs to take either. */
const withKept = (typed: PersonTyped, kept: readonly Role[]): PersonTyped => ({
  ...typed,
  roles: [...new Set([...typed.roles, ...kept])],
});

interface Change {
  readonly person: PersonRow;
  readonly held: readonly Role[];
  readonly module: ModuleId;
  readonly facts: Omit<PersonRead, 'roles'>;
  readonly roles: readonly Role[];
}

function writeChange(unit: PeopleUnit, actor: Actor, change: Change): 'changed' | 'same' {
  const { person, held, module, facts, roles } = change;
  const given = roles.filter((role) => !held.includes(role));
  const taken = held.filter((role) => !roles.includes(role));
  const changed = changedFields(person, facts);
  if (given.length + taken.length + changed.length === 0) return 'same';
  updatePerson(unit.tx, person.id, { ...facts, languages: [...facts.languages], topics: [...facts.topics] });
  for (const role of given) giveRole(unit.tx, module, person.id, role);
  for (const role of taken) takeRole(unit.tx, module, person.id, role);
  if (given.length + taken.length > 0 || changed.includes('email')) deleteSessionsOf(unit.tx, person.id);
  appendHistory(unit.tx, {
    at: unit.clock.now().toISOString(),
    actor: actorName(actor),
    act: 'person_changed',
    object: person.id,
    body: { module, fields: changed.join(' '), given: given.join(' '), taken: taken.join(' ') },
  });
  return 'changed';
}

function changedFields(person: PersonRow, facts: Omit<PersonRead, 'roles'>): string[] {
  const names = ['name', 'email', 'organisation', 'country', 'languages', 'topics'] as const;
  return names.filter((name) => JSON.stringify(person[name]) !== JSON.stringify(facts[name]));
}
