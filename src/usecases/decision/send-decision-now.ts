import { findDecision } from '../../db/decision-store.ts';
import { moveJob } from '../../db/outbox.ts';
import type { DecisionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { caseForMove } from './case-for.ts';
import { releaseKey } from './put-into-effect.ts';

/** Ends the hold-back of a decision's letter: from now on it cannot be taken back. */
export function sendDecisionNow(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { decisionId: DecisionId },
): Result<'on_its_way', Refusal> {
  const decision = findDecision(unit.tx, input.decisionId);
  if (decision === undefined) return refuse({ kind: 'not_found' });
  const found = caseForMove(unit, actor, decision.submissionId, 'take_back');
  if (!found.ok) return found;
  if (found.value.seen.held) return refuse({ kind: 'on_hold', move: 'take_back' });
  if (decision.releasedAt !== null) return refuse({ kind: 'guard', guard: 'letter_left' });
  if (decision.undoneAt !== null || decision.releaseAt === null) return refuse({ kind: 'changed_meanwhile' });
  moveJob(unit.tx, releaseKey(decision.id), unit.clock.now());
  return ok('on_its_way');
}
