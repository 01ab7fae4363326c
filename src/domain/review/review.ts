import type { EvidenceLevel, Rubric } from '../module/rubric.ts';
import { ok, refuse, type Result } from '../result.ts';

export type Points = 0 | 1 | 2 | 3 | 4;

/** One answer to one criterion. "Cannot judge" is an answer of its own, never 0 and never missing. */
export type Score = { readonly kind: 'scored'; readonly points: Points } | { readonly kind: 'cannot_judge' };

export const scored = (points: Points): Score => ({ kind: 'scored', points });
export const cannotJudge: Score = { kind: 'cannot_judge' };

export type Scores = Readonly<Record<string, Score>>;

export const gateVerdicts = ['pass', 'fail', 'unsure'] as const;
export type GateVerdict = (typeof gateVerdicts)[number];

export interface GateAnswer {
  readonly verdict: GateVerdict;
  readonly note?: string;
}
export type GateAnswers = Readonly<Record<string, GateAnswer>>;

export const recommendations = ['accept', 'accept_minor', 'revise', 'reject', 'not_qualified'] as const;
export type Recommendation = (typeof recommendations)[number];

/** 1 outsider, 2 some knowledge, 3 works in the field, 4 expert in this context. */
export const confidences = [1, 2, 3, 4] as const;
export type Confidence = (typeof confidences)[number];

export const requestLevels = ['must', 'should'] as const;
export type RequestLevel = (typeof requestLevels)[number];

/** One thing a reviewer asks of the submitter, about one field or about the whole. */
export interface ReviewRequest {
  readonly field?: string;
  readonly level: RequestLevel;
  /** About wording only; such a request does not stand in the way of accepting. */
  readonly editorial: boolean;
  readonly text: string;
}

/** What a reviewer has saved so far. Texts are '' and lists are empty where nothing was written. */
export interface ReviewDraft {
  readonly gates: GateAnswers;
  readonly scores: Scores;
  /** By criterion. */
  readonly comments: Readonly<Record<string, string>>;
  readonly evidenceLevel?: EvidenceLevel;
  readonly recommendation?: Recommendation;
  readonly confidence?: Confidence;
  readonly strengths: string;
  readonly requests: readonly ReviewRequest[];
  /** For curators alone. */
  readonly privateNote: string;
  /** Anything but '' is a safety concern; it goes to the safety person at once, before the review is submitted. */
  readonly safetyConcern: string;
  /** The reviewer wishes that others be warned of distressing content. */
  readonly contentDistress: boolean;
}

export const emptyReview: ReviewDraft = {
  gates: {},
  scores: {},
  comments: {},
  strengths: '',
  requests: [],
  privateNote: '',
  safetyConcern: '',
  contentDistress: false,
};

interface Judged {
  readonly recommendation: Exclude<Recommendation, 'not_qualified'>;
  readonly evidenceLevel: EvidenceLevel;
  readonly confidence: Confidence;
}

/** A review that may be submitted. Who says "not qualified" need judge nothing else. */
export type ReviewAnswers = ReviewDraft & (Judged | { readonly recommendation: 'not_qualified' });

/** What still stands between a draft and its submission. */
export type ReviewProblem =
  | { readonly kind: 'gate_missing'; readonly gate: string }
  | { readonly kind: 'score_missing'; readonly criterion: string }
  | { readonly kind: 'evidence_level_missing' }
  | { readonly kind: 'recommendation_missing' }
  | { readonly kind: 'confidence_missing' }
  /** `index` counts the requests of the draft from 0. */
  | { readonly kind: 'request_text_missing'; readonly index: number };

/**
 * What is missing before the draft can be submitted, in the order of the review form. Every gate and every criterion
 * of the rubric wants an answer ("cannot judge" is one). A reviewer who is not qualified owes none of them.
 */
export function reviewProblems(rubric: Rubric, draft: ReviewDraft): ReviewProblem[] {
  const requests = problemsOfRequests(draft);
  return draft.recommendation === 'not_qualified' ? requests : [...problemsOfJudgement(rubric, draft), ...requests];
}

function problemsOfJudgement(rubric: Rubric, draft: ReviewDraft): ReviewProblem[] {
  const problems: ReviewProblem[] = [];
  for (const { id } of rubric.gates)
    if (draft.gates[id] === undefined) problems.push({ kind: 'gate_missing', gate: id });
  for (const { id } of rubric.criteria)
    if (draft.scores[id] === undefined) problems.push({ kind: 'score_missing', criterion: id });
  if (draft.evidenceLevel === undefined) problems.push({ kind: 'evidence_level_missing' });
  if (draft.recommendation === undefined) problems.push({ kind: 'recommendation_missing' });
  if (draft.confidence === undefined) problems.push({ kind: 'confidence_missing' });
  return problems;
}

function problemsOfRequests(draft: ReviewDraft): ReviewProblem[] {
  return draft.requests.flatMap(({ text }, index): ReviewProblem[] =>
    text.trim() === '' ? [{ kind: 'request_text_missing', index }] : [],
  );
}

/** The draft as a review that may be submitted, or everything that is missing. */
export function completeReview(rubric: Rubric, draft: ReviewDraft): Result<ReviewAnswers, ReviewProblem[]> {
  const problems = reviewProblems(rubric, draft);
  if (problems.length > 0) return refuse(problems);
  // reviewProblems has just proved that nothing of the judgement is missing.
  return ok(draft as ReviewAnswers);
}

/**
 * Whether a submitted review counts for the quorum, the totals and the advice: its writer is qualified, at least
 * `minimumJudged` criteria of this rubric are judged, and every essential one among them. A review that does not count
 * is kept and shown. Source: the rubric's arithmetic.
 */
export function countsForQuorum(rubric: Rubric, review: ReviewDraft): boolean {
  if (review.recommendation === 'not_qualified') return false;
  const judged = rubric.criteria.filter(({ id }) => review.scores[id]?.kind === 'scored');
  const essential = rubric.criteria.filter((criterion) => criterion.essential);
  return judged.length >= rubric.minimumJudged && essential.every((criterion) => judged.includes(criterion));
}
