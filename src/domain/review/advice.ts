import * as rule from './advice-conditions.ts';
import type { Condition, Reason } from './advice-conditions.ts';
import { factsOf, type AdviceInput } from './advice-facts.ts';

export type { Reason, ReasonParams } from './advice-conditions.ts';
export type { AdviceInput } from './advice-facts.ts';

export const adviceKinds = [
  'safety_hold',
  'third_review',
  'accept',
  'accept_minor',
  'reject',
  'revise',
  'keep_as_example',
  'none',
] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** What the rubric's rule recommends, with every condition that made it so. Advice only: the curator decides. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly reasons: readonly Reason[];
}

const { all, any } = rule;

/** What every acceptance needs besides its score. */
const acceptable = all(
  rule.quorumMet,
  rule.gatesPassed,
  rule.floorsMet,
  rule.noTotalTooLow,
  rule.evidenceFrom('E1'),
  rule.noContentRequestOpen,
);

/**
 * The decision aid, row by row; the first that holds wins, and where none does there is no advice. A range "60–69" runs from 60.00 up to, not including, 70.
 * Rejecting stands before revising: nearly every case that falls that low also misses a floor that could be mended, and
 * would else never be told the truth.
 * An open must request about content stands in the way of both acceptances, one about wording makes them minor.
 */
export const adviceTable: readonly { readonly kind: Exclude<AdviceKind, 'none'>; readonly when: Condition }[] = [
  { kind: 'safety_hold', when: any(rule.safetyGateOpen, rule.safetyConcern) },
  { kind: 'third_review', when: rule.twoReviewsDisagree },
  { kind: 'accept', when: all(acceptable, rule.scoreFrom('accept'), rule.noEditorialRequestOpen) },
  {
    kind: 'accept_minor',
    when: all(
      acceptable,
      any(rule.scoreBetween('minor', 'accept'), all(rule.scoreFrom('accept'), rule.editorialRequestOpen)),
    ),
  },
  { kind: 'reject', when: any(rule.scoreBelow('revise'), rule.outOfScope) },
  {
    kind: 'revise',
    when: any(rule.scoreBetween('revise', 'minor'), rule.mendableFloorMissed, rule.mendableGateOpen),
  },
  {
    kind: 'keep_as_example',
    when: all(rule.scoreBetween('revise', 'accept'), rule.evidenceUpTo('E1'), rule.shortAndSafe),
  },
];

/** The first row of the table that holds, with its reasons; the last word is "no advice, the curator decides". */
export function advise(input: AdviceInput): Advice {
  const facts = factsOf(input);
  for (const { kind, when } of adviceTable) {
    const reasons = when(facts);
    if (reasons !== undefined) return { kind, reasons };
  }
  return { kind: 'none', reasons: [{ rule: 'no_rule_holds', params: {} }] };
}
