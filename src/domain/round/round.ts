import type { PersonId, RoundId, SubmissionId } from '../ids.ts';
import type { Policy } from '../module/definition.ts';
import { endOfDayAfter } from '../submission/days.ts';

/** One numbered pass of review over one version of a submission. */
export interface Round {
  readonly id: RoundId;
  readonly submissionId: SubmissionId;
  /** Counts the rounds of a submission from 1. */
  readonly number: number;
  readonly submissionVersion: number;
  /** Commit of the content repository whose rubric and form hold for the whole round. */
  readonly definitionCommit: string;
  readonly openedAt: Date;
  /** The last millisecond of the day by which the submitter is promised an answer. */
  readonly due: Date;
  /** Reviews wanted: the policy's target at first, one more with each further review that is asked for. */
  readonly wanted: number;
  /** Who is invited next when a place falls free, best first. */
  readonly alternates: readonly PersonId[];
  readonly closedAt: Date | undefined;
}

/** By when a round opened now is to be decided: the end of the day `roundDays` later. */
export const roundDue = (openedAt: Date, policy: Pick<Policy, 'roundDays' | 'timeZone'>): Date =>
  endOfDayAfter(openedAt, policy.roundDays, policy.timeZone);

/** Whether one more review may be asked for. */
export const mayWantAnother = (wanted: number, policy: Pick<Policy, 'maximumReviews'>): boolean =>
  wanted < policy.maximumReviews;
