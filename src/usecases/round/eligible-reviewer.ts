import type { ReviewerCandidate } from '../../db/queries/reviewer-candidates.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Staff } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Invitee } from './invite-reviewer-to.ts';

/** Characters of a reason to invite somebody in spite of a conflict. */
export const SHORTEST_OVERRIDE = 20;

export interface ChosenReviewer {
  readonly personId: PersonId;
  /** '' where there is no conflict. */
  readonly overrideReason: string;
}

/**
 * Whether somebody may be invited: a reviewer of the module, not the curator who invites, and either without a
 * conflict or with a written reason why it does not count. The reason is kept only where there is a conflict.
 */
export function eligibleReviewer(
  candidates: readonly ReviewerCandidate[],
  chosen: ChosenReviewer,
  by: Staff,
): Result<Invitee, Refusal> {
  if (chosen.personId === by.personId) return refuse({ kind: 'part_in_case' });
  const candidate = candidates.find(({ person }) => person.id === chosen.personId);
  if (candidate === undefined) return refuse({ kind: 'not_found' });
  if (candidate.conflicts.length === 0) return ok({ personId: chosen.personId });
  const overrideReason = chosen.overrideReason.trim();
  if (overrideReason.length < SHORTEST_OVERRIDE) return refuse({ kind: 'guard', guard: 'conflict_without_reason' });
  return ok({ personId: chosen.personId, overrideReason });
}
