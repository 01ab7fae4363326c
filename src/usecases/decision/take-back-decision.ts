import { findDecision, undoRow } from '../../db/decision-store.ts';
import { cancelJob } from '../../db/outbox.ts';
import { dropRequestsOf } from '../../db/request-store.ts';
import { reopenRoundRow } from '../../db/round-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { caseForMove } from './case-for.ts';
import { releaseKey } from './put-into-effect.ts';

/**
 * Takes a decision back while its letter is still held; the submitter never learns of it. One that still waits for a
 * second curator is simply dropped.
 */
export function takeBackDecision(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { decisionId: DecisionId },
): Result<'taken_back', Refusal> {
  const decision = findDecision(unit.tx, input.decisionId);
  if (decision === undefined) return refuse({ kind: 'not_found' });
  const found = caseForMove(unit, actor, decision.submissionId, 'take_back');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  if (decision.releasedAt !== null) return refuse({ kind: 'guard', guard: 'letter_left' });
  if (seen.held) return refuse({ kind: 'on_hold', move: 'take_back' });
  const now = unit.clock.now();
  const inEffect = decision.releaseAt !== null;
  // The submitter may have withdrawn meanwhile.
  const allowed = inEffect ? nextState({ ...seen, before: decision.stateBefore }, 'take_back') : ok(seen.state);
  if (!allowed.ok) return allowed;
  // The job that sends the letter is the referee: once it runs, it is too late.
  if (inEffect && !cancelJob(unit.tx, releaseKey(decision.id), now))
    return refuse({ kind: 'guard', guard: 'letter_left' });
  if (!undoRow(unit.tx, decision.id, staff.personId, now.toISOString())) return refuse({ kind: 'changed_meanwhile' });
  dropRequestsOf(unit.tx, decision.id);
  if (!inEffect) return ok('taken_back');
  const moved = moveSubmission(unit, {
    seen,
    move: 'take_back',
    actor,
    before: decision.stateBefore,
    body: { decision: decision.id },
  });
  if (!moved.ok) throw new Error(`A decision in effect could not be taken back: ${moved.refusal.kind}`);
  if (decision.roundId !== null && decision.stateBefore === 'in_review') reopenRoundRow(unit.tx, decision.roundId);
  return ok('taken_back');
}
