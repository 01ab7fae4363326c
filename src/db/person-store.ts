import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ModuleId, PersonId } from '../domain/ids.ts';
import type { Role, RoleInModule } from '../domain/people/actor.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { people, personRoles } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type PersonRow = typeof people.$inferSelect;
type ById = Given<{ id: PersonId }>;

const holders = statement((reader, { module, role }: Given<{ module: ModuleId; role: Role }>) =>
  reader
    .select({ person: people })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(eq(personRoles.module, module), eq(personRoles.role, role), isNull(people.disabledAt)))
    .orderBy(people.id),
);

/** Everybody who holds a role in a module and is not disabled. */
export function peopleWithRole(reader: Reader, module: ModuleId, role: Role): PersonRow[] {
  return holders(reader)
    .all({ module, role })
    .map(({ person }) => person);
}

const byId = statement((reader, { id }: ById) => reader.select().from(people).where(eq(people.id, id)));

export function findPerson(reader: Reader, id: PersonId): PersonRow | undefined {
  return byId(reader).get({ id });
}

const byEmail = statement((reader, { email }: Given<{ email: string }>) =>
  reader.select().from(people).where(eq(people.email, email)),
);

/** `email` in small letters. */
export function findPersonByEmail(reader: Reader, email: string): PersonRow | undefined {
  return byEmail(reader).get({ email });
}

export const insertPerson = insertsInto(people);

/** What may change about a person; disabling included. */
export type PersonFacts = Partial<Omit<PersonRow, 'id' | 'createdAt'>>;

const update = updatesOf(people, ({ id }: ById) => eq(people.id, id));

export function updatePerson(tx: Tx, id: PersonId, facts: PersonFacts): boolean {
  return update(tx, facts, { id }) === 1;
}

/** The language in which somebody last used the service: letters come in it. */
export function noteInterfaceLanguage(tx: Tx, id: PersonId, interfaceLanguage: string): void {
  updatePerson(tx, id, { interfaceLanguage });
}

const heldIn = statement((reader, { module, personId }: Given<{ module: ModuleId; personId: PersonId }>) =>
  reader
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(and(eq(personRoles.module, module), eq(personRoles.personId, personId)))
    .orderBy(asc(personRoles.role)),
);

export function rolesIn(reader: Reader, module: ModuleId, personId: PersonId): Role[] {
  return heldIn(reader)
    .all({ module, personId })
    .map(({ role }) => role);
}

const heldAnywhere = statement((reader, { personId }: Given<{ personId: PersonId }>) =>
  reader
    .select({ module: personRoles.module, role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId)),
);

/** Every role that somebody holds, in whatever module. */
export function rolesOf(reader: Reader, personId: PersonId): RoleInModule[] {
  return heldAnywhere(reader).all({ personId });
}

const insertRole = insertsInto(personRoles, (insert) => insert.onConflictDoNothing());

export function giveRole(tx: Tx, module: ModuleId, personId: PersonId, role: Role): void {
  insertRole(tx, { module, personId, role });
}

export function takeRole(tx: Tx, module: ModuleId, personId: PersonId, role: Role): void {
  tx.delete(personRoles)
    .where(and(eq(personRoles.module, module), eq(personRoles.personId, personId), eq(personRoles.role, role)))
    .run();
}
