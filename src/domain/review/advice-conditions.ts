import type { EvidenceLevel, Rubric } from '../module/rubric.ts';
import type { Facts } from './advice-facts.ts';
import { evidenceRank } from './disagreement.ts';

export type ReasonParams = Readonly<Record<string, string | number>>;

/** Why a row of the decision aid holds: the id of the rule, and what its sentence needs. Scores are hundredths. */
export interface Reason {
  readonly rule: ReasonRule;
  readonly params: ReasonParams;
}

export const reasonRules = [
  'safety_gate_open',
  'safety_concern',
  'totals_apart',
  'criterion_apart',
  'recommendations_opposed',
  'evidence_apart',
  'nobody_confident',
  'quorum_met',
  'gates_passed',
  'floors_met',
  'no_total_too_low',
  'evidence_from',
  'evidence_up_to',
  'no_content_request_open',
  'no_editorial_request_open',
  'editorial_request_open',
  'score_from',
  'score_between',
  'score_below',
  'mendable_floor_missed',
  'mendable_gate_open',
  'out_of_scope',
  'short_and_safe',
  'no_rule_holds',
] as const;
export type ReasonRule = (typeof reasonRules)[number];

/** The reasons why it holds (at least one), or undefined where it does not. */
export type Condition = (facts: Facts) => Reason[] | undefined;

const because = (rule: ReasonRule, params: ReasonParams = {}): Reason[] => [{ rule, params }];
const oneOrMore = (reasons: Reason[]): Reason[] | undefined => (reasons.length === 0 ? undefined : reasons);

/** Holds when every part holds; the reasons of all. */
export const all =
  (...parts: Condition[]): Condition =>
  (facts) => {
    const reasons = parts.map((part) => part(facts));
    return reasons.every((found) => found !== undefined) ? reasons.flat() : undefined;
  };

/** Holds when one part holds; the reasons of those that do. */
export const any =
  (...parts: Condition[]): Condition =>
  (facts) =>
    oneOrMore(parts.flatMap((part) => part(facts) ?? []));

/** The gate that says what the module is about. Failing it cannot be mended; every other gate but safety's can. */
export const SCOPE_GATE = 'scope';

export const safetyGateOpen: Condition = ({ openGates }) =>
  oneOrMore(
    openGates
      .filter(({ safety }) => safety)
      .flatMap(({ gate, verdict }) => because('safety_gate_open', { gate, verdict })),
  );

export const safetyConcern: Condition = ({ safetyConcerns }) =>
  safetyConcerns > 0 ? because('safety_concern', { reviews: safetyConcerns }) : undefined;

export const twoReviewsDisagree: Condition = ({ disagreements }) =>
  oneOrMore(disagreements.map(({ kind, ...params }) => ({ rule: kind, params })));

export const quorumMet: Condition = ({ counted, quorum }) =>
  counted >= quorum ? because('quorum_met', { counted, quorum }) : undefined;

export const gatesPassed: Condition = ({ openGates }) => (openGates.length === 0 ? because('gates_passed') : undefined);

export const floorsMet: Condition = ({ missedFloors }) =>
  missedFloors.length === 0 ? because('floors_met') : undefined;

export const noTotalTooLow: Condition = ({ figures, thresholds }) => {
  const limit = thresholds.noTotalBelow * 100;
  return figures !== undefined && figures.min >= limit
    ? because('no_total_too_low', { lowest: figures.min, limit })
    : undefined;
};

export const evidenceFrom =
  (level: EvidenceLevel): Condition =>
  ({ evidence }) =>
    evidence !== undefined && evidenceRank(evidence) >= evidenceRank(level)
      ? because('evidence_from', { evidence, level })
      : undefined;

export const evidenceUpTo =
  (level: EvidenceLevel): Condition =>
  ({ evidence }) =>
    evidence !== undefined && evidenceRank(evidence) <= evidenceRank(level)
      ? because('evidence_up_to', { evidence, level })
      : undefined;

export const noContentRequestOpen: Condition = ({ contentMusts }) =>
  contentMusts === 0 ? because('no_content_request_open') : undefined;

export const noEditorialRequestOpen: Condition = ({ editorialMusts }) =>
  editorialMusts === 0 ? because('no_editorial_request_open') : undefined;

export const editorialRequestOpen: Condition = ({ editorialMusts }) =>
  editorialMusts > 0 ? because('editorial_request_open', { requests: editorialMusts }) : undefined;

type Threshold = Exclude<keyof Rubric['thresholds'], 'noTotalBelow' | 'spread'>;

export const scoreFrom =
  (threshold: Threshold): Condition =>
  ({ figures, thresholds }) => {
    const from = thresholds[threshold] * 100;
    return figures !== undefined && figures.score >= from
      ? because('score_from', { score: figures.score, from })
      : undefined;
  };

/** From the one up to, not including, the other. */
export const scoreBetween =
  (lower: Threshold, upper: Threshold): Condition =>
  ({ figures, thresholds }) => {
    const from = thresholds[lower] * 100;
    const below = thresholds[upper] * 100;
    return figures !== undefined && figures.score >= from && figures.score < below
      ? because('score_between', { score: figures.score, from, below })
      : undefined;
  };

export const scoreBelow =
  (threshold: Threshold): Condition =>
  ({ figures, thresholds }) => {
    const below = thresholds[threshold] * 100;
    return figures !== undefined && figures.score < below
      ? because('score_below', { score: figures.score, below })
      : undefined;
  };

export const mendableFloorMissed: Condition = ({ missedFloors }) =>
  oneOrMore(
    missedFloors
      .filter(({ mendable }) => mendable)
      .flatMap(({ criterion, median, min }) => because('mendable_floor_missed', { criterion, median, min })),
  );

export const mendableGateOpen: Condition = ({ openGates }) =>
  oneOrMore(
    openGates
      .filter(({ safety, gate }) => !safety && gate !== SCOPE_GATE)
      .flatMap(({ gate, verdict }) => because('mendable_gate_open', { gate, verdict })),
  );

export const outOfScope: Condition = ({ openGates }) =>
  openGates.some(({ gate, verdict }) => gate === SCOPE_GATE && verdict === 'fail')
    ? because('out_of_scope')
    : undefined;

export const shortAndSafe: Condition = (facts) => (facts.shortAndSafe ? because('short_and_safe') : undefined);
