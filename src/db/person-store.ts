import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ModuleId, PersonId } from '../domain/ids.ts';
import type { Role, RoleInModule } from '../domain/people/actor.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { people, personRoles } from './schema/index.ts';

export type PersonRow = typeof people.$inferSelect;

/** Everybody who holds a role in a module and is not disabled. */
export function peopleWithRole(reader: Reader, module: ModuleId, role: Role): PersonRow[] {
  return reader
    .select({ person: people })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(eq(personRoles.module, module), eq(personRoles.role, role), isNull(people.disabledAt)))
    .orderBy(people.id)
    .all()
    .map(({ person }) => person);
}

export function findPerson(reader: Reader, id: PersonId): PersonRow | undefined {
  return reader.select().from(people).where(eq(people.id, id)).get();
}

/** `email` in small letters. */
export function findPersonByEmail(reader: Reader, email: string): PersonRow | undefined {
  return reader.select().from(people).where(eq(people.email, email)).get();
}

export function insertPerson(tx: Tx, row: typeof people.$inferInsert): void {
  tx.insert(people).values(row).run();
}

/** What may change about a person; disabling included. */
export type PersonFacts = Partial<Omit<PersonRow, 'id' | 'createdAt'>>;

export function updatePerson(tx: Tx, id: PersonId, facts: PersonFacts): boolean {
  return tx.update(people).set(facts).where(eq(people.id, id)).run().changes === 1;
}

/** The language in which somebody last used the service: letters come in it. */
export function noteInterfaceLanguage(tx: Tx, id: PersonId, interfaceLanguage: string): void {
  updatePerson(tx, id, { interfaceLanguage });
}

export function rolesIn(reader: Reader, module: ModuleId, personId: PersonId): Role[] {
  return reader
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(and(eq(personRoles.module, module), eq(personRoles.personId, personId)))
    .orderBy(asc(personRoles.role))
    .all()
    .map(({ role }) => role);
}

/** Every role that somebody holds, in whatever module. */
export function rolesOf(reader: Reader, personId: PersonId): RoleInModule[] {
  return reader
    .select({ module: personRoles.module, role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId))
    .all();
}

export function giveRole(tx: Tx, module: ModuleId, personId: PersonId, role: Role): void {
  tx.insert(personRoles).values({ module, personId, role }).onConflictDoNothing().run();
}

export function takeRole(tx: Tx, module: ModuleId, personId: PersonId, role: Role): void {
  tx.delete(personRoles)
    .where(and(eq(personRoles.module, module), eq(personRoles.personId, personId), eq(personRoles.role, role)))
    .run();
}
