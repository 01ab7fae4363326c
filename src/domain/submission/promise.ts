import type { Policy } from '../module/definition.ts';
import type { StandingKind } from '../round/standing.ts';
import { addDays, addMonths, dayOf, type Day } from './days.ts';
import type { SubmissionState } from './state.ts';

export const ballHolders = ['submitter', 'reviewers', 'curator', 'safety', 'nobody'] as const;
export type BallHolder = (typeof ballHolders)[number];

/** Who must act now and by the end of which day in the module's time zone; at an end nobody, and no day. */
export type CasePromise =
  | { readonly ball: 'nobody'; readonly due?: undefined }
  | { readonly ball: Exclude<BallHolder, 'nobody'>; readonly due: Day };

export interface PromiseInput {
  /** The state that the reader is shown: while a letter is held, the submitter's is the one before. */
  readonly state: SubmissionState;
  /**
   * Since when the present holder owes the next move: when the state was entered; for a draft its last saving; for an
   * accepted case also when the submitter asked for a change of the page.
   */
  readonly stateEnteredAt: Date;
  readonly now: Date;
  /** Of the open round; in review without it the curator has not asked anybody yet. */
  readonly standing?: StandingKind;
  /** The round's own due instant; without it the policy's days from the opening. */
  readonly roundDue?: Date;
  /** A revision that the submitter has extended. */
  readonly extendedTo?: Day;
  /** When the page was offered for approval; not given once a change of it was asked for. */
  readonly pageOffered?: Date;
  /** When the change was closed unmerged; not given once the page is offered again. */
  readonly bouncedAt?: Date;
  /** The page may not be online before that day. */
  readonly embargo?: Day;
  /** What stops a publication, and who can mend it: an editor's content question is the submitter's, all else ours. */
  readonly trouble?: { readonly ball: 'curator' | 'submitter'; readonly since: Date };
  readonly appealedAt?: Date;
  readonly heldSince?: Date;
}

type PromisePolicy = Pick<
  Policy,
  | 'timeZone'
  | 'screeningDays'
  | 'roundDays'
  | 'revisionDays'
  | 'offerPageDays'
  | 'approvePageDays'
  | 'publishingDays'
  | 'bounceDays'
  | 'appealDays'
  | 'draftMonths'
>;

/** Within how many days a hold is looked at. No module sets it: safety waits for nobody's policy. */
export const HOLD_DAYS = 2;

const nobody: CasePromise = { ball: 'nobody' };

/** The curator's turn in review: something has to be chosen, asked or decided. */
const curatorsStandings: readonly StandingKind[] = ['needs_reviewers', 'disagreement', 'ready'];

/**
 * One holder of the ball and one due day at every moment, or nobody at an end. A due day may lie in the past: then the
 * promise is late, and the page says so. Under a hold the ball is with safety whatever the state, ends included.
 * Source: the promises per state.
 */
export function promiseOf(input: PromiseInput, policy: PromisePolicy): CasePromise {
  const after = (instant: Date, days: number): Day => addDays(dayOf(instant, policy.timeZone), days);
  if (input.heldSince !== undefined) return { ball: 'safety', due: after(input.heldSince, HOLD_DAYS) };
  const since = input.stateEnteredAt;
  switch (input.state) {
    case 'draft':
      return { ball: 'submitter', due: addMonths(dayOf(since, policy.timeZone), policy.draftMonths) };
    case 'screening':
      return { ball: 'curator', due: after(since, policy.screeningDays) };
    case 'in_review':
      return inReview(input, policy);
    case 'revision':
      return { ball: 'submitter', due: input.extendedTo ?? after(since, policy.revisionDays) };
    case 'accepted':
      return accepted(input, policy, after);
    case 'publishing':
      return publishing(input, policy, after);
    case 'rejected':
      return rejected(input, policy, after);
    case 'published':
    case 'withdrawn':
    case 'removed':
      return nobody;
  }
}

type After = (instant: Date, days: number) => Day;

function inReview({ standing, roundDue, stateEnteredAt }: PromiseInput, policy: PromisePolicy): CasePromise {
  const due =
    roundDue === undefined
      ? addDays(dayOf(stateEnteredAt, policy.timeZone), policy.roundDays)
      : dayOf(roundDue, policy.timeZone);
  const curator = standing === undefined || curatorsStandings.includes(standing);
  return { ball: curator ? 'curator' : 'reviewers', due };
}

function accepted(
  { pageOffered, bouncedAt, stateEnteredAt }: PromiseInput,
  policy: PromisePolicy,
  after: After,
): CasePromise {
  if (pageOffered !== undefined) return { ball: 'submitter', due: after(pageOffered, policy.approvePageDays) };
  if (bouncedAt !== undefined) return { ball: 'curator', due: after(bouncedAt, policy.bounceDays) };
  return { ball: 'curator', due: after(stateEnteredAt, policy.offerPageDays) };
}

/** An embargo moves the promise: the days to be online count from its end. */
function publishing(
  { trouble, embargo, stateEnteredAt }: PromiseInput,
  policy: PromisePolicy,
  after: After,
): CasePromise {
  if (trouble?.ball === 'submitter') return { ball: 'submitter', due: after(trouble.since, policy.approvePageDays) };
  if (trouble?.ball === 'curator') return { ball: 'curator', due: after(trouble.since, policy.bounceDays) };
  const entered = dayOf(stateEnteredAt, policy.timeZone);
  const from = embargo !== undefined && embargo > entered ? embargo : entered;
  return { ball: 'curator', due: addDays(from, policy.publishingDays) };
}

/** The submitter may appeal until the end of the last day; after it, and without an appeal, the case is at its end. */
function rejected({ appealedAt, stateEnteredAt, now }: PromiseInput, policy: PromisePolicy, after: After): CasePromise {
  if (appealedAt !== undefined) return { ball: 'curator', due: after(appealedAt, policy.screeningDays) };
  const due = after(stateEnteredAt, policy.appealDays);
  return dayOf(now, policy.timeZone) > due ? nobody : { ball: 'submitter', due };
}
