import { partTakers } from '../../db/queries/part-takers.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor, Staff } from '../../domain/people/actor.ts';
import { maySeeCase } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';

/** The case for somebody of the staff who may see it; for everybody else it is not there. */
export function caseToSee(
  { tx }: Pick<Unit, 'tx'>,
  actor: Actor,
  submissionId: SubmissionId,
): Result<{ staff: Staff; seen: SubmissionRow }, Refusal> {
  const seen = findSubmission(tx, submissionId);
  if (seen === undefined || actor.kind !== 'staff') return refuse({ kind: 'not_found' });
  const ref = { submissionId, module: seen.module, partTakers: partTakers(tx, submissionId) };
  return maySeeCase(actor, ref) ? ok({ staff: actor, seen }) : refuse({ kind: 'not_found' });
}
