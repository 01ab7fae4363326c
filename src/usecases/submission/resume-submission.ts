import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCaseFor } from './own-case.ts';

/** Brings a withdrawn text back to the curators, with the version it had. */
export function resumeSubmission(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'resumed', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'resume');
  if (!found.ok) return found;
  const { seen } = found.value;
  const moved = moveSubmission(unit, { seen, move: 'resume', actor });
  if (!moved.ok) return moved;
  alertCurators(unit, seen, 'new_case', `resumed:${String(seen.revision)}`);
  return ok('resumed');
}
