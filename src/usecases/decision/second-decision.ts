import { findDecision, secondRow } from '../../db/decision-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { roundFacts } from '../../db/queries/round-facts.ts';
import { theVersion } from '../../db/version-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import type { Unit } from '../unit.ts';
import { caseForMove } from './case-for.ts';
import { putIntoEffect } from './put-into-effect.ts';

/** Another curator agrees to a decision that needs two, and with that it takes effect. */
export function secondDecision(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { decisionId: DecisionId },
): Result<'seconded', Refusal> {
  const decision = findDecision(unit.tx, input.decisionId);
  if (decision === undefined) return refuse({ kind: 'not_found' });
  const found = caseForMove(unit, actor, decision.submissionId, decision.outcome);
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  if (staff.personId === decision.decidedBy) return refuse({ kind: 'guard', guard: 'second_person_needed' });
  if (seen.version !== decision.version || seen.state !== decision.stateBefore)
    return refuse({ kind: 'changed_meanwhile' });
  const allowed = nextState(seen, decision.outcome);
  if (!allowed.ok) return allowed;
  // A review may have been changed since it was recorded; no reason overrides an open gate.
  const open = roundFacts(unit.tx, seen, unit.clock.now())?.facts.openGates ?? [];
  if (decision.outcome === 'accept' && open.length > 0) return refuse({ kind: 'guard', guard: 'gates_open' });
  const at = unit.clock.now().toISOString();
  if (!secondRow(unit.tx, decision.id, staff.personId, at, at)) return refuse({ kind: 'changed_meanwhile' });
  appendHistory(unit.tx, {
    at,
    actor: actorName(actor),
    act: 'seconded',
    object: seen.id,
    body: { decision: decision.id },
  });
  const { policy } = pinnedDefinition(
    unit.tx,
    seen.module,
    theVersion(unit.tx, seen.id, seen.version).definitionCommit,
  );
  return putIntoEffect(unit, actor, { decisionId: decision.id, submission: seen, policy }, ok('seconded' as const));
}
