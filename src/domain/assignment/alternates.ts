import type { PersonId } from '../ids.ts';
import type { Policy } from '../module/definition.ts';

/** Reviews that one person is asked for within half a year, at most; the open ones are limited by the policy. */
export const HALF_YEAR_LIMIT = 8;

/** How much a person has on the desk already. */
export interface Load {
  /** Assignments invited or accepted. */
  readonly open: number;
  /** Assignments of the last half year that were accepted, the open ones included. */
  readonly halfYear: number;
}

/** Somebody of a round's ranked list, with what is known now: it may have changed since the list was made. */
export interface Alternate {
  readonly personId: PersonId;
  readonly inConflict: boolean;
  /** Has or had an assignment in this round. */
  readonly askedBefore: boolean;
  readonly load: Load;
}

/** Whether a person may be asked for one more review. */
export const hasRoom = (load: Load, policy: Pick<Policy, 'reviewerOpenLimit'>): boolean =>
  load.open < policy.reviewerOpenLimit && load.halfYear < HALF_YEAR_LIMIT;

/**
 * Who is invited when a place falls free: the first of the ranked list without a conflict, not asked in this round
 * before, and with room. Undefined when the list is used up; then the curator is told.
 */
export const nextAlternate = (
  ranked: readonly Alternate[],
  policy: Pick<Policy, 'reviewerOpenLimit'>,
): PersonId | undefined =>
  ranked.find(({ inConflict, askedBefore, load }) => !inConflict && !askedBefore && hasRoom(load, policy))?.personId;
