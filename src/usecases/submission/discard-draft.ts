import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCaseFor } from './own-case.ts';
import { forgetBrowser } from './submitter-session.ts';

/** Deletes a draft for good, contact data and receipt with it, and this browser's way to it. */
export function discardDraft(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  actor: Actor,
  input: { submissionId: SubmissionId; token: string },
): Result<'deleted', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'discard');
  if (!found.ok) return found;
  const moved = moveSubmission(unit, { seen: found.value.seen, move: 'discard', actor });
  if (!moved.ok) return moved;
  forgetBrowser(unit, input);
  return ok('deleted');
}
