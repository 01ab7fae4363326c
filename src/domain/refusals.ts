import type { AnswerProblem } from './module/validate-answers.ts';
import type { MoveRefusal } from './submission/state.ts';

/**
 * Everything that a use case may answer instead of doing it. Expected, closed, and complete in the problem pages:
 * a new one does not compile until it has a status and a wording.
 */
export type Refusal =
  | MoveRefusal
  /** Not there, or not for this viewer: the two look the same. */
  | { kind: 'not_found' }
  | { kind: 'not_permitted' }
  /** Somebody else changed it since the page was opened. */
  | { kind: 'changed_meanwhile' }
  | { kind: 'answers_invalid'; problems: readonly AnswerProblem[] }
  /** The same form was sent before with other words in it. */
  | { kind: 'sent_differently' }
  /** A guard of the workflow that the form of the page should have named: which one is in `guard`. */
  | { kind: 'guard'; guard: Guard }
  /** A link or code that was used up, expired or revoked. */
  | { kind: 'link_ended' }
  | { kind: 'part_in_case' }
  | { kind: 'too_late' }
  | { kind: 'module_unavailable' };

export type Guard =
  | 'requests_missing'
  | 'requests_open'
  | 'answers_incomplete'
  | 'identifiers_not_checked'
  | 'receipt_in_text'
  | 'agreement_missing'
  | 'words_missing'
  | 'gates_open'
  | 'names_not_read'
  | 'reviewers_missing'
  | 'conflict_without_reason'
  | 'reason_too_short'
  | 'quorum_missing'
  | 'evidence_missing'
  | 'second_person_needed'
  | 'page_leaks'
  | 'page_not_offered'
  | 'page_changed'
  | 'review_incomplete'
  | 'statement_missing'
  | 'appealed_before'
  | 'letter_left'
  | 'letter_not_left'
  | 'decision_pending'
  | 'change_conflict'
  | 'change_not_open'
  /** The page that an update names is not published (any more). */
  | 'practice_gone'
  /** Another change of that page is on its way, or a hold lies over it. */
  | 'practice_busy'
  /** The page was changed since this one was written. */
  | 'practice_changed';
