import { affinityOf, byAffinity, type Affinity } from '../../domain/assignment/affinity.ts';
import { hasRoom, type Load } from '../../domain/assignment/alternates.ts';
import { conflictsOf, type Conflict } from '../../domain/assignment/conflict.ts';
import { interestsOfAnswers, interestsOfPerson } from '../../domain/assignment/interests.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Reader } from '../in-transaction.ts';
import { peopleWithRole, type PersonRow } from '../person-store.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { theVersion } from '../version-store.ts';
import { conflictFacts } from './conflict-facts.ts';
import { emptyLoad, reviewerLoads } from './reviewer-loads.ts';

/** Somebody who might review a case, with everything that speaks for and against it. */
export interface ReviewerCandidate {
  readonly person: PersonRow;
  readonly affinity: Affinity;
  readonly load: Load;
  readonly room: boolean;
  readonly conflicts: readonly Conflict[];
}

/** Every reviewer of the module: who fits best first, whoever is in conflict last. Nobody is written to by this. */
export function reviewerCandidates(
  reader: Reader,
  definition: ModuleDefinition,
  submission: SubmissionRow,
  now: Date,
): ReviewerCandidate[] {
  const people = peopleWithRole(reader, submission.module, 'reviewer');
  const loads = reviewerLoads(
    reader,
    people.map(({ id }) => id),
    now,
  );
  const facts = conflictFacts(reader, submission.id, submission.version);
  const { answers } = theVersion(reader, submission.id, submission.version);
  const wanted = interestsOfAnswers(answers, submission.language);
  return people
    .map((person) => {
      const load = loads.get(person.id) ?? emptyLoad;
      const candidate = { ...interestsOfPerson(definition, person), personId: person.id, load };
      return {
        person,
        load,
        affinity: affinityOf(wanted, candidate, definition.policy),
        room: hasRoom(load, definition.policy),
        conflicts: conflictsOf(possibleReviewer(person), facts),
      };
    })
    .sort(
      (a, b) => Number(a.conflicts.length > 0) - Number(b.conflicts.length > 0) || byAffinity(a.affinity, b.affinity),
    );
}

export const possibleReviewer = ({ id, name, email, organisation }: PersonRow) => ({
  personId: id,
  name,
  emails: [email],
  organisations: [organisation],
});

/** Who is asked next when a place falls free: everybody who reads the language, is free of conflicts and was not chosen. */
export const alternatesAmong = (candidates: readonly ReviewerCandidate[], chosen: readonly PersonId[]): PersonId[] =>
  candidates
    .filter(
      ({ person, conflicts, affinity }) =>
        conflicts.length === 0 && affinity.languages > 0 && !chosen.includes(person.id),
    )
    .map(({ person }) => person.id);
