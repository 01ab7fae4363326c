import type { Policy } from '../module/definition.ts';
import type { EvidenceLevel, Rubric } from '../module/rubric.ts';
import { disagreements, evidenceVote, type Disagreement } from './disagreement.ts';
import { openGates, type OpenGate } from './gates.ts';
import { countsForQuorum, type GateAnswers, type ReviewAnswers } from './review.ts';
import { caseFigures, missedFloors, type CaseFigures, type MissedFloor } from './score.ts';

export interface AdviceInput {
  readonly rubric: Rubric;
  readonly policy: Pick<Policy, 'quorum'>;
  /** The curator's answers at screening. */
  readonly screening: GateAnswers;
  /** Every submitted review; those that do not count are still heard on safety. */
  readonly reviews: readonly ReviewAnswers[];
  /** As the curator fixed it; without it the reviewers' vote stands. */
  readonly evidence?: EvidenceLevel;
  /** The account is short enough for the lighter page. */
  readonly short: boolean;
  /** Nothing in the answers names a risk that a second person would have to look at. */
  readonly safe: boolean;
  /** The safety person lifted the hold after the newest of these answers: safety gates and concerns are settled. */
  readonly safetyCleared: boolean;
}

/** Everything that a row of the decision aid asks about, reckoned once. */
export interface Facts {
  readonly thresholds: Rubric['thresholds'];
  readonly quorum: number;
  readonly counted: number;
  readonly figures: CaseFigures | undefined;
  /** Safety gates are left out once the safety person has cleared the case. */
  readonly openGates: readonly OpenGate[];
  /** Reviews, counting or not, that voiced one. */
  readonly safetyConcerns: number;
  readonly missedFloors: readonly MissedFloor[];
  readonly disagreements: readonly Disagreement[];
  readonly evidence: EvidenceLevel | undefined;
  /** Open must requests of the reviews that count. */
  readonly editorialMusts: number;
  readonly contentMusts: number;
  readonly shortAndSafe: boolean;
}

export function factsOf(input: AdviceInput): Facts {
  const { rubric, reviews, safetyCleared } = input;
  const counted = reviews.filter((review) => countsForQuorum(rubric, review));
  const figures = caseFigures(rubric, counted);
  const gates = openGates(rubric, [input.screening, ...reviews.map((review) => review.gates)]);
  const musts = counted.flatMap(({ requests }) => requests).filter(({ level }) => level === 'must');
  const editorialMusts = musts.filter(({ editorial }) => editorial).length;
  return {
    thresholds: rubric.thresholds,
    quorum: input.policy.quorum,
    counted: counted.length,
    figures,
    openGates: safetyCleared ? gates.filter(({ safety }) => !safety) : gates,
    safetyConcerns: safetyCleared ? 0 : reviews.filter(({ safetyConcern }) => safetyConcern.trim() !== '').length,
    missedFloors: figures === undefined ? [] : missedFloors(rubric, figures),
    disagreements: disagreements(rubric, counted),
    evidence: input.evidence ?? evidenceVote(counted),
    editorialMusts,
    contentMusts: musts.length - editorialMusts,
    shortAndSafe: input.short && input.safe,
  };
}
