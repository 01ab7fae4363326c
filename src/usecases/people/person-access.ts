import { rolesOf, type PersonRow } from '../../db/person-store.ts';
import type { ModuleId } from '../../domain/ids.ts';
import { roles, type Actor, type Role } from '../../domain/people/actor.ts';
import { mayManagePeople } from '../../domain/people/permissions.ts';
import { rolesGivenHere } from '../../domain/people/person-facts.ts';
import type { Unit } from '../unit.ts';

/** Which roles this actor may give or take in the module; none when people are not theirs to manage. */
export function rolesGivenBy(actor: Actor, module: ModuleId): readonly Role[] {
  if (actor.kind === 'service') return roles;
  return mayManagePeople(actor, module) ? rolesGivenHere : [];
}

/**
 * Whether this actor may change a person's address or close their account. Not where the person also holds a role that
 * the actor could not give: with somebody's address one could sign in as them.
 */
export function mayTouchAccount({ tx }: Pick<Unit, 'tx'>, actor: Actor, person: PersonRow): boolean {
  if (actor.kind === 'service') return true;
  return rolesOf(tx, person.id).every(({ module, role }) => rolesGivenBy(actor, module).includes(role));
}
