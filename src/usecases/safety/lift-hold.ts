import { liftHoldRow, openHold } from '../../db/hold-store.ts';
import { partTakers } from '../../db/queries/part-takers.ts';
import { wakeJobs } from '../../db/outbox.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { mayMove, maySeeCase } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { keepCaseScore } from '../round/keep-case-score.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';

/** Only safety lifts a hold, and says why; the case goes on where it stood. */
export function liftHold(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId; reason: string },
): Result<'lifted', Refusal> {
  const seen = findSubmission(unit.tx, input.submissionId);
  if (seen === undefined || actor.kind !== 'staff') return refuse({ kind: 'not_found' });
  const ref = { submissionId: seen.id, module: seen.module, partTakers: partTakers(unit.tx, seen.id) };
  if (!maySeeCase(actor, ref)) return refuse({ kind: 'not_found' });
  if (!mayMove(actor, 'lift', ref)) return refuse({ kind: 'not_permitted' });
  if (input.reason.trim() === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const hold = openHold(unit.tx, seen.id);
  if (hold === undefined) return refuse({ kind: 'changed_meanwhile' });
  const moved = moveSubmission(unit, { seen, move: 'lift', actor, facts: { held: false } });
  if (!moved.ok) return moved;
  const now = unit.clock.now();
  liftHoldRow(unit.tx, hold.id, actor.personId, now.toISOString(), input.reason.trim());
  keepCaseScore(unit, seen.id);
  wakeJobs(unit.tx, 'hold', now);
  return ok('lifted');
}
