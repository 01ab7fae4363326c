import type { PersonId } from '../ids.ts';
import type { Answers } from '../module/form.ts';
import { textsIn } from '../module/texts-in.ts';
import type { Policy } from '../module/definition.ts';
import type { EvidenceLevel } from '../module/rubric.ts';
import type { AdviceKind } from '../review/advice.ts';

export const outcomes = ['accept', 'revise', 'reject'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why, in one word for the records: on its merit, out of scope, better as an example, already there. */
export const reasonCategories = ['merit', 'scope', 'as_example', 'duplicate'] as const;
export type ReasonCategory = (typeof reasonCategories)[number];

/** Characters (code points, without the white space around) that every written reason of a decision needs. */
export const REASON_MINIMUM = 50;

/** What a curator wants to decide, and what the case amounts to at that moment. */
export interface DecisionInput {
  readonly outcome: Outcome;
  readonly category: ReasonCategory;
  /** For the submitter. */
  readonly reason: string;
  readonly evidence: EvidenceLevel | undefined;
  readonly decidedBy: PersonId;
  readonly secondBy: PersonId | undefined;
  readonly advice: AdviceKind;
  /** Why it departs from the advice; '' where it does not. */
  readonly departureReason: string;
  /** Why it is accepted without the quorum; '' where the quorum is met. */
  readonly overrideReason: string;
  /** Reviews that count. */
  readonly counted: number;
  /** Ids of the gates not passed and of the criteria whose floor is missed. */
  readonly openGates: readonly string[];
  readonly missedFloors: readonly string[];
  /** Requests that go to the submitter with the decision. */
  readonly requests: number;
  readonly risks: readonly string[];
}

export type DecisionProblem =
  | { readonly kind: 'reason_too_short'; readonly minimum: number }
  | { readonly kind: 'departure_reason_too_short'; readonly minimum: number; readonly advice: AdviceKind }
  | {
      readonly kind: 'quorum_missing';
      readonly counted: number;
      readonly quorum: number;
      /** An override may be written instead, of so many characters. */
      readonly minimum: number;
    }
  | { readonly kind: 'gate_open'; readonly gate: string }
  | { readonly kind: 'floor_missed'; readonly criterion: string }
  | { readonly kind: 'evidence_missing' }
  | { readonly kind: 'requests_missing' }
  | { readonly kind: 'second_needed' }
  | { readonly kind: 'second_is_decider' };

type DecisionPolicy = Pick<Policy, 'quorum' | 'risk'>;

const isReason = (text: string): boolean => Array.from(text.trim()).length >= REASON_MINIMUM;

const advised = {
  safety_hold: undefined,
  third_review: undefined,
  accept: 'accept',
  accept_minor: 'accept',
  revise: 'revise',
  reject: 'reject',
  keep_as_example: undefined,
  none: undefined,
} as const satisfies Record<AdviceKind, Outcome | undefined>;

/**
 * Whether a decision departs from the advice. Without advice nothing departs; against "keep as an example" everything
 * does that is not in that category; and to decide at all departs from "hold" and from "ask for a third review".
 */
export function departs({
  advice,
  outcome,
  category,
}: Pick<DecisionInput, 'advice' | 'outcome' | 'category'>): boolean {
  if (advice === 'none') return false;
  if (advice === 'keep_as_example') return category !== 'as_example';
  return advised[advice] !== outcome;
}

/**
 * Whether a second curator must agree: to accept against the advice, or to accept where any risk is of a level that
 * the module names in `risk.second` (medium or higher). Source: the guard of `accept` in the workflow.
 */
export function needsSecond(
  input: Pick<DecisionInput, 'advice' | 'outcome' | 'category' | 'risks'>,
  policy: Pick<Policy, 'risk'>,
): boolean {
  if (input.outcome !== 'accept') return false;
  return departs(input) || input.risks.some((risk) => policy.risk.second.includes(risk));
}

/** Everything that stands in the way of a decision; empty when it may be recorded. */
export function decisionProblems(input: DecisionInput, policy: DecisionPolicy): DecisionProblem[] {
  return [...problemsOfReason(input), ...problemsOfAccepting(input, policy), ...problemsOfSecond(input, policy)];
}

function problemsOfReason(input: DecisionInput): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  if (input.outcome === 'reject' && !isReason(input.reason))
    problems.push({ kind: 'reason_too_short', minimum: REASON_MINIMUM });
  if (input.outcome === 'revise' && input.requests === 0) problems.push({ kind: 'requests_missing' });
  if (departs(input) && !isReason(input.departureReason))
    problems.push({ kind: 'departure_reason_too_short', minimum: REASON_MINIMUM, advice: input.advice });
  return problems;
}

/** No reason overrides an open gate. Floors are those of a practice: a page kept as an example need not reach them. */
function problemsOfAccepting(input: DecisionInput, policy: DecisionPolicy): DecisionProblem[] {
  if (input.outcome !== 'accept') return [];
  const { counted, openGates, missedFloors } = input;
  const problems: DecisionProblem[] = openGates.map((gate) => ({ kind: 'gate_open', gate }));
  if (input.category !== 'as_example')
    problems.push(...missedFloors.map((criterion) => ({ kind: 'floor_missed', criterion }) as const));
  if (counted < policy.quorum && !isReason(input.overrideReason))
    problems.push({ kind: 'quorum_missing', counted, quorum: policy.quorum, minimum: REASON_MINIMUM });
  if (input.evidence === undefined) problems.push({ kind: 'evidence_missing' });
  return problems;
}

function problemsOfSecond(input: DecisionInput, policy: DecisionPolicy): DecisionProblem[] {
  if (input.secondBy === undefined) return needsSecond(input, policy) ? [{ kind: 'second_needed' }] : [];
  return input.secondBy === input.decidedBy ? [{ kind: 'second_is_decider' }] : [];
}

/**
 * Every text in the answer that the module calls its risks (a matrix of people, each with a level and a mitigation).
 * The levels are found among them by their ids; a mitigation that is word for word a level counts too, on the safe side.
 */
export function risksOf(answers: Answers, risk: Policy['risk']): string[] {
  return textsIn(answers[risk.field] ?? null);
}
