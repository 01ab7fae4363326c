import { insertDecision } from '../../db/decision-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { ok, type Result } from '../../domain/result.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import type { StaffCase } from './case-for.ts';
import { insertAsked } from './insert-asked.ts';
import { putIntoEffect } from './put-into-effect.ts';
import { weighDecision, type DecisionRefusal, type RecordDecisionInput, type Weighed } from './weigh-decision.ts';

export type { DecisionRefusal, RecordDecisionInput } from './weigh-decision.ts';

/** `waits`: another curator has to agree before anything changes. */
export interface Recorded {
  readonly id: DecisionId;
  readonly waits: boolean;
}

/**
 * Records a curator's binding outcome. It changes the state at once, or once a second curator agrees where the
 * advice is overridden or a risk is medium or higher; the submitter reads it when its letter leaves.
 */
export function recordDecision(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: RecordDecisionInput,
): Result<Recorded, DecisionRefusal> {
  const weighed = weighDecision(unit, actor, input);
  if (!weighed.ok) return weighed;
  const { seen, waits, policy } = weighed.value;
  const id = unit.random.token(12) as DecisionId;
  writeDecision(unit, actor, id, input, weighed.value);
  if (!waits) return putIntoEffect(unit, actor, { decisionId: id, submission: seen, policy }, ok({ id, waits }));
  askSecond(unit, weighed.value, id);
  return ok({ id, waits });
}

function writeDecision(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  id: DecisionId,
  input: RecordDecisionInput,
  weighed: Weighed,
): void {
  const { seen, staff, facts, rubric, waits } = weighed;
  const now = unit.clock.now().toISOString();
  insertDecision(unit.tx, {
    id,
    submissionId: seen.id,
    roundId: facts?.round.id ?? null,
    version: seen.version,
    outcome: input.outcome,
    category: input.category,
    advice: weighed.advice,
    departs: weighed.departs,
    reason: [input.departureReason, input.overrideReason].filter((text) => text.trim() !== '').join('\n\n'),
    letter: input.letter.trim(),
    letterLanguage: input.letterLanguage,
    evidence: input.evidence ?? null,
    rubric: `${rubric.id}@${String(rubric.version)}`,
    stateBefore: seen.state,
    decidedBy: staff.personId,
    decidedAt: now,
    needsSecond: waits,
  });
  insertAsked(unit, { submission: seen, decisionId: id, askedBy: staff.personId, requests: input.requests });
  appendHistory(unit.tx, {
    at: now,
    actor: actorName(actor),
    act: 'decided',
    object: seen.id,
    body: { outcome: input.outcome, version: seen.version, departs: weighed.departs, waits },
  });
}

/** Every other curator of the module who has no part in the case is asked to look. */
function askSecond(unit: Pick<Unit, 'tx' | 'clock'>, { seen, staff, ref }: StaffCase, decisionId: DecisionId): void {
  for (const person of peopleWithRole(unit.tx, seen.module, 'curator')) {
    if (person.id === staff.personId || ref.partTakers.includes(person.id)) continue;
    enqueueLetter(unit, { name: 'second_needed', decisionId, personId: person.id }, `${decisionId}:${person.id}`);
  }
}
