import { undoRow } from '../../db/decision-store.ts';
import { cancelJob } from '../../db/outbox.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import { dropRequestsOf } from '../../db/request-store.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { releaseKey } from './put-into-effect.ts';

/**
 * Before a submitter withdraws: a decision that was made and not told is undone by nobody, and the case stands where the
 * submitter reads that it stands. Gives the row as it is then. A hold does not stop it, as it does not stop a withdrawal.
 */
export function undoUntoldDecision(unit: Pick<Unit, 'tx' | 'clock'>, seen: SubmissionRow): SubmissionRow {
  const ruling = rulingDecision(unit.tx, seen.id);
  if (ruling?.releasedAt !== null) return seen;
  const now = unit.clock.now();
  undoRow(unit.tx, ruling.id, null, now.toISOString());
  dropRequestsOf(unit.tx, ruling.id);
  if (ruling.releaseAt === null) return seen;
  cancelJob(unit.tx, releaseKey(ruling.id), now);
  const moved = moveSubmission(unit, {
    seen: { ...seen, held: false },
    move: 'take_back',
    actor: { kind: 'service' },
    before: ruling.stateBefore,
    body: { decision: ruling.id },
  });
  const back = findSubmission(unit.tx, seen.id);
  if (!moved.ok || back === undefined) throw new Error('A decision that was not told could not be undone');
  return back;
}
