import { and, eq, isNull } from 'drizzle-orm';
import type { ModuleId, PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/people/actor.ts';
import type { Reader } from './in-transaction.ts';
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
