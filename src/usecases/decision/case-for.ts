import type { Reader } from '../../db/in-transaction.ts';
import { partTakers } from '../../db/queries/part-takers.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor, Staff } from '../../domain/people/actor.ts';
import { mayMove, maySeeCase, type CaseRef } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Move } from '../../domain/submission/state.ts';

export interface StaffCase {
  readonly staff: Staff;
  readonly seen: SubmissionRow;
  readonly ref: CaseRef;
}

/**
 * The case for somebody of the staff who wants to make a move on it. Who may not know of the case is told that it is
 * not there; who has a part in it, that somebody else has to do this.
 */
export function caseForMove(
  unit: { readonly tx: Reader },
  actor: Actor,
  submissionId: SubmissionId,
  move: Move,
): Result<StaffCase, Refusal> {
  const seen = findSubmission(unit.tx, submissionId);
  if (seen === undefined || actor.kind !== 'staff') return refuse({ kind: 'not_found' });
  const ref = { submissionId, module: seen.module, partTakers: partTakers(unit.tx, submissionId) };
  if (!maySeeCase(actor, ref)) return refuse({ kind: 'not_found' });
  if (!mayMove(actor, move, ref)) return refuse({ kind: 'not_permitted' });
  return ok({ staff: actor, seen, ref });
}
