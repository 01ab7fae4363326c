import { and, count, gte, inArray } from 'drizzle-orm';
import type { Load } from '../../domain/assignment/alternates.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';

const HALF_YEAR_DAYS = 183;

/** Two short walks along an index each, since what somebody has done in all the years does not count. */
const openOnes = statement((reader, { people }: Given<{ people: string }>) =>
  reader
    .select({ personId: assignments.personId, count: count() })
    .from(assignments)
    .where(and(inArray(assignments.personId, listOf(people)), inArray(assignments.status, ['invited', 'accepted'])))
    .groupBy(assignments.personId),
);
const ofHalfYear = statement((reader, { people, since }: Given<{ people: string; since: string }>) =>
  reader
    .select({ personId: assignments.personId, count: count() })
    .from(assignments)
    .where(and(inArray(assignments.personId, listOf(people)), gte(assignments.acceptedAt, since)))
    .groupBy(assignments.personId),
);

/** How much each of these people has on the desk; somebody with nothing to count is not in the map. */
export function reviewerLoads(reader: Reader, people: readonly PersonId[], now: Date): Map<PersonId, Load> {
  if (people.length === 0) return new Map();
  const since = new Date(now.getTime() - HALF_YEAR_DAYS * 86_400_000).toISOString();
  const given = { people: asList(people), since };
  const open = new Map(
    openOnes(reader)
      .all(given)
      .map((row) => [row.personId, row.count]),
  );
  const halfYear = new Map(
    ofHalfYear(reader)
      .all(given)
      .map((row) => [row.personId, row.count]),
  );
  const busy = new Set([...open.keys(), ...halfYear.keys()]);
  return new Map([...busy].map((id) => [id, { open: open.get(id) ?? 0, halfYear: halfYear.get(id) ?? 0 }]));
}

export const emptyLoad: Load = { open: 0, halfYear: 0 };
