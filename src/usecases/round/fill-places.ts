import { alternatesOf, notePromoted } from '../../db/alternate-store.ts';
import { assignmentsOfRound } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { conflictFacts } from '../../db/queries/conflict-facts.ts';
import { possibleReviewer } from '../../db/queries/reviewer-candidates.ts';
import { emptyLoad, reviewerLoads } from '../../db/queries/reviewer-loads.ts';
import { placesOf } from '../../db/queries/round-facts.ts';
import type { RoundRow } from '../../db/round-store.ts';
import { findSubmission } from '../../db/submission-store.ts';
import { nextAlternate, type Alternate } from '../../domain/assignment/alternates.ts';
import { conflictsOf } from '../../domain/assignment/conflict.ts';
import type { AssignmentId, ModuleId } from '../../domain/ids.ts';
import { standingOf } from '../../domain/round/standing.ts';
import type { Unit } from '../unit.ts';
import { inviteReviewerTo } from './invite-reviewer-to.ts';

/**
 * Offers every empty place of an open round to the next alternates of its ranked list, as they are now: conflicts,
 * load and earlier answers are looked at again. Nothing happens under hold or once the round is closed. May run twice.
 */
export function fillPlaces(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  round: RoundRow,
): readonly AssignmentId[] {
  const submission = findSubmission(unit.tx, round.submissionId);
  if (submission === undefined || submission.held || submission.state !== 'in_review' || round.closedAt !== null)
    return [];
  const { policy } = pinnedDefinition(unit.tx, submission.module, round.definitionCommit);
  const invited: AssignmentId[] = [];
  for (let empty = emptyPlaces(unit, round, submission.module); empty > 0; empty -= 1) {
    const personId = nextAlternate(rankedNow(unit, round, submission.module), policy);
    if (personId === undefined) break;
    invited.push(inviteReviewerTo(unit, { kind: 'service' }, round, { personId }, policy));
    notePromoted(unit.tx, round.id, personId, unit.clock.now().toISOString());
  }
  return invited;
}

function emptyPlaces(unit: Pick<Unit, 'tx' | 'clock'>, round: RoundRow, module: ModuleId): number {
  const { rubric, policy } = pinnedDefinition(unit.tx, module, round.definitionCommit);
  const places = placesOf(unit.tx, assignmentsOfRound(unit.tx, round.id));
  return standingOf({ places, wanted: round.target, rubric, policy, now: unit.clock.now() }).emptyPlaces;
}

function rankedNow(unit: Pick<Unit, 'tx' | 'clock'>, round: RoundRow, module: ModuleId): Alternate[] {
  const listed = alternatesOf(unit.tx, round.id);
  const loads = reviewerLoads(unit.tx, listed, unit.clock.now());
  const asked = new Set(assignmentsOfRound(unit.tx, round.id).map(({ personId }) => personId));
  const reviewers = new Map(peopleWithRole(unit.tx, module, 'reviewer').map((person) => [person.id, person]));
  const facts = conflictFacts(unit.tx, round.submissionId, round.version);
  return listed.flatMap((personId): Alternate[] => {
    const person = reviewers.get(personId);
    if (person === undefined) return [];
    const inConflict = conflictsOf(possibleReviewer(person), facts).length > 0;
    return [{ personId, inConflict, askedBefore: asked.has(personId), load: loads.get(personId) ?? emptyLoad }];
  });
}
