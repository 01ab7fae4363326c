import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { ModuleId } from '../../domain/ids.ts';
import type { Role } from '../../domain/people/actor.ts';
import type { Reader } from '../in-transaction.ts';
import type { PersonRow } from '../person-store.ts';
import { people, personRoles } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import { emptyLoad, reviewerLoads } from './reviewer-loads.ts';

export interface ListedPerson {
  readonly person: PersonRow;
  readonly roles: readonly Role[];
  /** Reviews that wait for this person. */
  readonly open: number;
}

const rolesHeld = statement((reader, { module }: Given<{ module: ModuleId }>) =>
  reader.select().from(personRoles).where(eq(personRoles.module, module)),
);

const byName = statement((reader, { ids }: Given<{ ids: string }>) =>
  reader
    .select()
    .from(people)
    .where(inArray(people.id, listOf(ids)))
    .orderBy(sql`${people.disabledAt} is not null`, asc(people.name), asc(people.id)),
);

/** Everybody with a role in the module by name, closed accounts last. Three reads, however many people. */
export function peopleList(reader: Reader, module: ModuleId, now: Date): ListedPerson[] {
  const held = rolesHeld(reader).all({ module });
  const ids = [...new Set(held.map(({ personId }) => personId))];
  const loads = reviewerLoads(reader, ids, now);
  return byName(reader)
    .all({ ids: asList(ids) })
    .map((person) => ({
      person,
      roles: held.filter(({ personId }) => personId === person.id).map(({ role }) => role),
      open: (loads.get(person.id) ?? emptyLoad).open,
    }));
}
