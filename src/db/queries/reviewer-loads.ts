import { inArray, sql } from 'drizzle-orm';
import type { Load } from '../../domain/assignment/alternates.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';

const HALF_YEAR_DAYS = 183;

const loads = statement((reader, { people, since }: Given<{ people: string; since: string }>) =>
  reader
    .select({
      personId: assignments.personId,
      open: sql<number>`sum(${assignments.status} in ('invited', 'accepted'))`,
      halfYear: sql<number>`sum(coalesce(${assignments.acceptedAt} >= ${since}, 0))`,
    })
    .from(assignments)
    .where(inArray(assignments.personId, listOf(people)))
    .groupBy(assignments.personId),
);

/** How much each of these people has on the desk; somebody without an assignment is not in the map. */
export function reviewerLoads(reader: Reader, people: readonly PersonId[], now: Date): Map<PersonId, Load> {
  if (people.length === 0) return new Map();
  const since = new Date(now.getTime() - HALF_YEAR_DAYS * 86_400_000).toISOString();
  const rows = loads(reader).all({ people: asList(people), since });
  return new Map(rows.map(({ personId, open, halfYear }) => [personId, { open, halfYear }]));
}

export const emptyLoad: Load = { open: 0, halfYear: 0 };
