import { pinnedDefinition } from '../../db/definition-store.ts';
import type { Reader } from '../../db/in-transaction.ts';
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
import type { PersonId, SubmissionId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/module/definition.ts';
import type { EvidenceLevel, Rubric } from '../../domain/module/rubric.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { AdviceKind } from '../../domain/review/advice.ts';
import { nextState } from '../../domain/submission/state.ts';
import type { ReadingUnit } from '../unit.ts';
import { caseForMove, type StaffCase } from './case-for.ts';
import type { AskedRequest } from './insert-asked.ts';

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

/** A decision that may be recorded, with everything that its record needs. */
export interface Weighed extends StaffCase {
  readonly facts: RoundFacts | undefined;
  readonly rubric: Rubric;
  readonly policy: Policy;
  readonly advice: AdviceKind;
  readonly departs: boolean;
  /** Another curator has to agree before anything changes. */
  readonly waits: boolean;
}

/**
 * Whether this decision may be recorded now, without writing anything: what the preview asks before it is shown, and
 * recording asks once more.
 */
export function weighDecision(
  { tx, clock }: ReadingUnit,
  actor: Actor,
  input: RecordDecisionInput,
): Result<Weighed, DecisionRefusal> {
  const found = caseForMove({ tx }, actor, input.submissionId, input.outcome);
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  const allowed = nextState(seen, input.outcome);
  // A hold is a change of the case too, but "somebody was faster" would not tell whom to turn to.
  if (!allowed.ok && allowed.refusal.kind === 'on_hold') return allowed;
  if (seen.revision !== input.revision) return refuse({ kind: 'changed_meanwhile' });
  if (!allowed.ok) return allowed;
  const waiting = refusalOfRuling(tx, found.value);
  if (waiting !== undefined) return refuse(waiting);
  const facts = seen.state === 'screening' ? undefined : roundFacts(tx, seen, clock.now());
  const pure = pureInput(input, facts, staff.personId);
  const { policy, rubric } = facts?.definition ?? definitionOf(tx, found.value);
  const problems = decisionProblems(pure, policy).filter((problem) => problem.kind !== 'second_needed');
  if (problems.length > 0) return refuse({ kind: 'decision_problems', problems });
  const { advice } = pure;
  return ok({
    ...found.value,
    facts,
    rubric,
    policy,
    advice,
    departs: departs(pure),
    waits: needsSecond(pure, policy),
  });
}

/** One decision at a time: an earlier one must be agreed to, and its letter gone, before the next. */
function refusalOfRuling(tx: Reader, { seen }: StaffCase): Refusal | undefined {
  const ruling = rulingDecision(tx, seen.id);
  if (ruling?.version !== seen.version || ruling.releasedAt !== null) return undefined;
  if (ruling.needsSecond && ruling.secondAt === null) return { kind: 'guard', guard: 'decision_pending' };
  return ruling.releaseAt === null ? undefined : { kind: 'guard', guard: 'letter_not_left' };
}

function pureInput(input: RecordDecisionInput, facts: RoundFacts | undefined, decidedBy: PersonId): DecisionInput {
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

function definitionOf(tx: Reader, { seen }: StaffCase) {
  const version = theVersion(tx, seen.id, seen.version);
  return pinnedDefinition(tx, seen.module, version.definitionCommit);
}
