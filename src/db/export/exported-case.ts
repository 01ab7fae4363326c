import type { AdviceKind } from '../../domain/review/advice.ts';
import type { ReviewDraft } from '../../domain/review/review.ts';

/** A case as the query of an export gives it. Instants are ISO-8601 in UTC. */
export interface ExportedCase {
  /** Where the next page goes on. */
  readonly place: number;
  readonly publicId: string;
  readonly state: string;
  readonly held: 0 | 1;
  readonly kind: string;
  readonly title: string;
  readonly language: string;
  readonly sentAt: string | null;
  readonly updatedAt: string;
  readonly version: number;
  readonly round: number | null;
  readonly wanted: number | null;
  /** Reviews of the newest round that count. */
  readonly answered: number | null;
  /** Hundredths: the median of their totals, and the highest less the lowest. */
  readonly score: number | null;
  readonly spread: number | null;
  readonly outcome: string | null;
  readonly category: string | null;
  readonly evidence: string | null;
  readonly decidedAt: string | null;
  readonly publishedAt: string | null;
  /** With all reviews, which are JSON. */
  readonly advice?: AdviceKind | null;
  readonly decisionReason?: string | null;
  readonly reviews?: string;
}

/** A submitted review, by the letter of its writer. */
export interface ExportedReview {
  readonly round: number;
  readonly commit: string;
  readonly reviewer: string;
  readonly submittedAt: string;
  /** Hundredths; none where the review does not count. */
  readonly total: number | null;
  readonly answers: ReviewDraft;
}

type ReviewRow = readonly [number, string, string, string, number | null, ReviewDraft];

export function reviewsOf({ reviews = '[]' }: ExportedCase): ExportedReview[] {
  return (JSON.parse(reviews) as ReviewRow[]).map(([round, commit, reviewer, submittedAt, total, answers]) => ({
    round,
    commit,
    reviewer,
    submittedAt,
    total,
    answers,
  }));
}

/** Hundredths as points. */
export const points = (hundredths: number | null | undefined): number | undefined =>
  hundredths == null ? undefined : hundredths / 100;
