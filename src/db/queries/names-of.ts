import { inArray } from 'drizzle-orm';
import type { Reader } from '../in-transaction.ts';
import { people } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';

const named = statement((reader, { ids }: Given<{ ids: string }>) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, listOf(ids))),
);

/** Names of people of the staff, by id. */
export function namesOf(reader: Reader, ids: readonly (string | null)[]): Map<string, string> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  return new Map(
    named(reader)
      .all({ ids: asList(wanted) })
      .map(({ id, name }) => [id, name]),
  );
}
