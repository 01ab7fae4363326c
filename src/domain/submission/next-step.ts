import type { PersonId } from '../ids.ts';
import type { StandingKind } from '../round/standing.ts';
import type { SubmissionState } from './state.ts';

/** What a case needs next, seen from the desk; the `await_` ones are somebody else's to do. */
export type NextStep =
  | 'look_at_hold'
  | 'screen'
  | 'choose_reviewers'
  | 'fill_places'
  | 'settle'
  | 'decide'
  | 'second'
  | 'write_page'
  | 'mend_bounce'
  | 'merge'
  | 'mend_change'
  | 'answer_appeal'
  | 'await_second'
  | 'await_reviewers'
  | 'await_submitter'
  | 'await_forge'
  | 'nothing';

export interface StepFacts {
  readonly state: SubmissionState;
  readonly held: boolean;
  /** Every gate of this version was answered and passed, and the text was read for names. */
  readonly screened: boolean;
  /** Of the open round. */
  readonly standing?: StandingKind | undefined;
  /** Who recorded a decision that waits for another curator. */
  readonly decidedBy?: PersonId | undefined;
  readonly pageOffered: boolean;
  /** The change was closed unmerged, and no page was offered since. */
  readonly bounced: boolean;
  readonly change?: { readonly state: 'queued' | 'open'; readonly trouble: boolean } | undefined;
  readonly appealed: boolean;
}

/** The one thing to do next, for this viewer: who recorded a decision does not second it. */
export function nextStep(facts: StepFacts, viewer: PersonId): NextStep {
  if (facts.held) return 'look_at_hold';
  switch (facts.state) {
    case 'screening':
      return facts.screened ? 'choose_reviewers' : 'screen';
    case 'in_review':
      return stepInReview(facts, viewer);
    case 'revision':
      return 'await_submitter';
    case 'accepted':
      if (facts.pageOffered) return 'await_submitter';
      return facts.bounced ? 'mend_bounce' : 'write_page';
    case 'publishing':
      if (facts.change?.trouble === true) return 'mend_change';
      return facts.change?.state === 'open' ? 'merge' : 'await_forge';
    case 'rejected':
      return facts.appealed ? 'answer_appeal' : 'nothing';
    case 'draft':
    case 'published':
    case 'withdrawn':
    case 'removed':
      return 'nothing';
  }
}

function stepInReview({ decidedBy, standing }: StepFacts, viewer: PersonId): NextStep {
  if (decidedBy !== undefined) return decidedBy === viewer ? 'await_second' : 'second';
  switch (standing) {
    case undefined:
    case 'needs_reviewers':
      return 'fill_places';
    case 'disagreement':
      return 'settle';
    case 'ready':
      return 'decide';
    case 'awaiting':
    case 'overdue':
      return 'await_reviewers';
  }
}

/** Whether the step is for this viewer to take. A hold is the safety person's, everything else the curator's. */
export function isYours(step: NextStep, viewer: { readonly curator: boolean; readonly safety: boolean }): boolean {
  if (step === 'look_at_hold') return viewer.safety;
  return viewer.curator && step !== 'nothing' && !step.startsWith('await_');
}
