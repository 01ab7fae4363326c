import fc from 'fast-check';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Policy } from '../../src/domain/module/definition.ts';
import type { Rubric } from '../../src/domain/module/rubric.ts';
import {
  cannotJudge,
  emptyReview,
  scored,
  type GateAnswers,
  type Points,
  type ReviewAnswers,
  type Scores,
} from '../../src/domain/review/review.ts';

const weights = {
  relevance: 10,
  survivor_centred: 15,
  do_no_harm: 15,
  inclusion: 5,
  participation: 10,
  effectiveness: 15,
  evidence: 10,
  sustainability: 8,
  transferability: 7,
  documentation: 5,
} as const;

const floors: Record<string, { median: number; minimum?: number }> = {
  survivor_centred: { median: 2 },
  do_no_harm: { median: 3, minimum: 2 },
  effectiveness: { median: 2 },
};

/** The default rubric as its document writes it; here harm done cannot be mended, so that both cases are seen. */
export const rubric: Rubric = {
  id: 'gbv-security-practice',
  version: 1,
  gates: ['scope', 'consent', 'no_identifiers', 'no_ongoing_risk', 'referral', 'rights', 'not_duplicate'].map((id) => ({
    id,
    safety: ['consent', 'no_identifiers', 'no_ongoing_risk', 'referral'].includes(id),
    prefill: [],
  })),
  criteria: Object.entries(weights).map(([id, weight]) => {
    const floor = floors[id];
    return { id, weight, mendable: id !== 'do_no_harm', essential: floor !== undefined, ...(floor && { floor }) };
  }),
  minimumJudged: 7,
  suggestedEvidence: [],
  thresholds: { accept: 70, minor: 60, revise: 45, noTotalBelow: 50, spread: 20 },
};

export const policy: Policy = {
  timeZone: 'Africa/Nairobi',
  quorum: 2,
  target: 2,
  maximumReviews: 4,
  invitationDays: 7,
  reviewDays: 21,
  reviewerOpenLimit: 3,
  screeningDays: 7,
  roundDays: 28,
  revisionDays: 60,
  offerPageDays: 10,
  approvePageDays: 14,
  publishingDays: 14,
  bounceDays: 5,
  appealDays: 60,
  draftMonths: 12,
  takeBackMinutes: 30,
  merge: 'service',
  risk: { field: 'risk_people', second: ['medium', 'high', 'unknown'], hold: ['high', 'unknown'] },
};

export const person = (name: string): PersonId => name as PersonId;

export const criteria = Object.keys(weights);

/** The same points on every criterion, but for those named. */
export const scores = (points: Points, but: Record<string, Points | undefined> = {}): Scores =>
  Object.fromEntries(
    criteria.map((id) => {
      const other = id in but ? but[id] : points;
      return [id, other === undefined ? cannotJudge : scored(other)];
    }),
  );

export const gates = (but: GateAnswers = {}): GateAnswers => ({
  ...Object.fromEntries(rubric.gates.map(({ id }) => [id, { verdict: 'pass' as const }])),
  ...but,
});

/** A review that counts, all threes (7500), and what is different. */
export const review = (but: Partial<ReviewAnswers> = {}): ReviewAnswers =>
  ({
    ...emptyReview,
    gates: gates(),
    scores: scores(3),
    recommendation: 'accept',
    evidenceLevel: 'E2',
    confidence: 3,
    ...but,
  }) as ReviewAnswers;

export const anyPoints = fc.constantFrom<Points[]>(0, 1, 2, 3, 4);

/** Any answers to all criteria, "cannot judge" among them. */
export const anyScores: fc.Arbitrary<Scores> = fc
  .tuple(...criteria.map((id) => fc.option(anyPoints, { nil: undefined }).map((points) => [id, points] as const)))
  .map((entries) => scores(0, Object.fromEntries(entries)));
