import { insertDecision } from '../../db/decision-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { roundFacts, type RoundFacts } from '../../db/queries/round-facts.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import { theVersion } from '../../db/version-store.ts';
import {
  decisionProblems,
  departs,
  needsSecond,
  type DecisionInput,
  type DecisionProblem,
  type Outcome,
  type ReasonCategory,
} from '../../domain/decision/decision.ts';
import type { DecisionId, SubmissionId } from '../../domain/ids.ts';
import type { EvidenceLevel } from '../../domain/module/rubric.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import { caseForMove, type StaffCase } from './case-for.ts';
import { insertAsked, type AskedRequest } from './insert-asked.ts';
import { putIntoEffect } from './put-into-effect.ts';

export interface RecordDecisionInput {
  readonly submissionId: SubmissionId;
  /** The revision of the case that the curator was looking at. */
  readonly revision: number;
  readonly outcome: Outcome;
  readonly category: ReasonCategory;
  /** What the submitter reads, in the language of the content. */
  readonly letter: string;
  readonly letterLanguage: string;
  readonly evidence: EvidenceLevel | undefined;
  /** Why it departs from the advice or goes on without a quorum; for the file. */
  readonly departureReason: string;
  readonly overrideReason: string;
  readonly requests: readonly AskedRequest[];
}

export type DecisionRefusal = Refusal | { kind: 'decision_problems'; problems: readonly DecisionProblem[] };

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
  const found = caseForMove(unit, actor, input.submissionId, input.outcome);
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  if (seen.revision !== input.revision) return refuse({ kind: 'changed_meanwhile' });
  const allowed = nextState(seen, input.outcome);
  if (!allowed.ok) return allowed;
  const ruling = rulingDecision(unit.tx, seen.id);
  if (ruling?.needsSecond === true && ruling.secondAt === null && ruling.version === seen.version) {
    return refuse({ kind: 'guard', guard: 'decision_pending' });
  }
  const facts = seen.state === 'screening' ? undefined : roundFacts(unit.tx, seen, unit.clock.now());
  const pure = pureInput(input, facts, staff.personId);
  const { policy, rubric } = facts?.definition ?? definitionOf(unit, found.value);
  const waits = needsSecond(pure, policy);
  const problems = decisionProblems(pure, policy).filter((problem) => problem.kind !== 'second_needed');
  if (problems.length > 0) return refuse({ kind: 'decision_problems', problems });
  const id = unit.random.token(12) as DecisionId;
  const now = unit.clock.now().toISOString();
  insertDecision(unit.tx, {
    id,
    submissionId: seen.id,
    roundId: facts?.round.id ?? null,
    version: seen.version,
    outcome: input.outcome,
    category: input.category,
    advice: pure.advice,
    departs: departs(pure),
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
    body: { outcome: input.outcome, version: seen.version, departs: departs(pure), waits },
  });
  if (waits) askSecond(unit, found.value, id);
  else return putIntoEffect(unit, actor, { decisionId: id, submission: seen, policy }, ok({ id, waits }));
  return ok({ id, waits });
}

function pureInput(
  input: RecordDecisionInput,
  facts: RoundFacts | undefined,
  decidedBy: DecisionInput['decidedBy'],
): DecisionInput {
  return {
    outcome: input.outcome,
    category: input.category,
    reason: input.letter,
    evidence: input.evidence,
    decidedBy,
    secondBy: undefined,
    advice: facts?.advice.kind ?? 'none',
    departureReason: input.departureReason,
    overrideReason: input.overrideReason,
    counted: facts?.standing.answered ?? 0,
    openGates: facts?.facts.openGates.map(({ gate }) => gate) ?? [],
    missedFloors: facts?.facts.missedFloors.map(({ criterion }) => criterion) ?? [],
    requests: input.requests.length,
    risks: facts?.risks ?? [],
  };
}

function definitionOf(unit: Pick<Unit, 'tx'>, { seen }: StaffCase) {
  const version = theVersion(unit.tx, seen.id, seen.version);
  return pinnedDefinition(unit.tx, seen.module, version.definitionCommit);
}

/** Every other curator of the module who has no part in the case is asked to look. */
function askSecond(unit: Pick<Unit, 'tx' | 'clock'>, { seen, staff, ref }: StaffCase, decisionId: DecisionId): void {
  for (const person of peopleWithRole(unit.tx, seen.module, 'curator')) {
    if (person.id === staff.personId || ref.partTakers.includes(person.id)) continue;
    enqueueLetter(unit, { name: 'second_needed', decisionId, personId: person.id }, `${decisionId}:${person.id}`);
  }
}
