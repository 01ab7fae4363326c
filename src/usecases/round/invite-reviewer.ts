import { assignmentsOfRound } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { placesOf } from '../../db/queries/round-facts.ts';
import { reviewerCandidates } from '../../db/queries/reviewer-candidates.ts';
import { wantMore, type RoundRow } from '../../db/round-store.ts';
import type { AssignmentId, ModuleId, SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { mayWantAnother } from '../../domain/round/round.ts';
import { standingOf } from '../../domain/round/standing.ts';
import { caseForMove } from '../decision/case-for.ts';
import type { Unit } from '../unit.ts';
import { eligibleReviewer, type ChosenReviewer } from './eligible-reviewer.ts';
import { inviteReviewerTo } from './invite-reviewer-to.ts';
import { openRoundOf } from './open-round-of.ts';

/** Invites one more to the open round: into an empty place, or as a further review where the policy allows one. */
export function inviteReviewer(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: { readonly submissionId: SubmissionId; readonly chosen: ChosenReviewer },
): Result<AssignmentId, Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'open_round');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  const open = openRoundOf(unit, seen);
  if (!open.ok) return open;
  const round = open.value;
  const definition = pinnedDefinition(unit.tx, seen.module, round.definitionCommit);
  const asked = assignmentsOfRound(unit.tx, round.id);
  if (asked.some(({ personId }) => personId === input.chosen.personId)) return refuse({ kind: 'changed_meanwhile' });
  const candidates = reviewerCandidates(unit.tx, definition, seen, unit.clock.now());
  const invitee = eligibleReviewer(candidates, input.chosen, staff);
  if (!invitee.ok) return invitee;
  if (!hasEmptyPlace(unit, round, seen.module)) {
    if (!mayWantAnother(round.target, definition.policy)) return refuse({ kind: 'not_permitted' });
    wantMore(unit.tx, round);
  }
  return ok(inviteReviewerTo(unit, staff, round, invitee.value, definition.policy));
}

function hasEmptyPlace(unit: Pick<Unit, 'tx' | 'clock'>, round: RoundRow, module: ModuleId): boolean {
  const { rubric, policy } = pinnedDefinition(unit.tx, module, round.definitionCommit);
  const places = placesOf(unit.tx, assignmentsOfRound(unit.tx, round.id));
  return standingOf({ places, wanted: round.target, rubric, policy, now: unit.clock.now() }).emptyPlaces > 0;
}
