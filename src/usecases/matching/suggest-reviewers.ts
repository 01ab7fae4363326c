import type { Reader } from '../../db/in-transaction.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { emptyLoad, reviewerLoads } from '../../db/queries/reviewer-loads.ts';
import { waitingForReviewers } from '../../db/queries/waiting-for-reviewers.ts';
import { interestsOfPerson } from '../../domain/assignment/interests.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Matching } from '../../domain/matching/matching.ts';
import type { KnownReviewer } from '../../domain/matching/weigh-case.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Staff } from '../../domain/people/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Matcher } from '../../ports/matcher.ts';

export interface SuggestingDeps {
  readonly db: Reader;
  readonly clock: Clock;
  readonly matcher: Matcher;
}

/** Cases that are looked at in one go, the longest waiting of each state; what is more has its turn after these. */
const MOST_CASES = 10_000;

/**
 * Who should review what waits for reviewers, over all cases of the module that the curator may see. Proposes and no
 * more: nothing is written, nobody is asked. The curator, and whoever is in conflict, is proposed for nothing. Throws
 * `MatchingFailed`.
 */
export async function suggestReviewers(
  deps: SuggestingDeps,
  staff: Staff,
  definition: ModuleDefinition,
  signal: AbortSignal,
): Promise<Matching> {
  const now = deps.clock.now();
  const question = { definition, reviewers: reviewersOf(deps.db, staff, definition, now), now: now.toISOString() };
  const slices = waitingForReviewers(deps.db, definition, staff.personId, now, MOST_CASES);
  return deps.matcher.match(question, slices, signal);
}

function reviewersOf(db: Reader, { personId }: Staff, definition: ModuleDefinition, now: Date): KnownReviewer[] {
  const people = peopleWithRole(db, definition.id, 'reviewer').filter(({ id }) => id !== personId);
  const loads = reviewerLoads(db, idsOf(people), now);
  return people.map((person) => ({
    ...interestsOfPerson(definition, person),
    personId: person.id,
    name: person.name,
    email: person.email,
    organisation: person.organisation,
    load: loads.get(person.id) ?? emptyLoad,
  }));
}

const idsOf = (people: readonly { id: PersonId }[]): PersonId[] => people.map(({ id }) => id);
