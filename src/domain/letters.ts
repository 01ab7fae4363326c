import type { AssignmentId, DecisionId, ExportId, ModuleId, PersonId, SubmissionId } from './ids.ts';

/**
 * Every letter that the service writes. Ids only: the words are composed from the database when the letter leaves,
 * so that nothing is told that is no longer true. To submitters there is one letter: there is news, open your page.
 */
export type Letter =
  | { readonly name: 'news'; readonly submissionId: SubmissionId; readonly about: string }
  /** `about` tells two pieces of news of one case apart in the key; it is not written in the letter. */
  /** For nobody where the address is not known: queued all the same, so that the time does not tell which are. */
  | { readonly name: 'sign_in'; readonly requestId: string; readonly personId: PersonId | null }
  | { readonly name: 'invitation'; readonly assignmentId: AssignmentId }
  | { readonly name: 'invitation_reminder'; readonly assignmentId: AssignmentId }
  | { readonly name: 'review_reminder'; readonly assignmentId: AssignmentId; readonly day: number }
  | { readonly name: 'assignment_code'; readonly assignmentId: AssignmentId; readonly requestHash: string }
  | { readonly name: 'released'; readonly assignmentId: AssignmentId }
  | { readonly name: 'review_returned'; readonly assignmentId: AssignmentId }
  | { readonly name: 'review_thanks'; readonly assignmentId: AssignmentId }
  | { readonly name: 'published_thanks'; readonly assignmentId: AssignmentId }
  | { readonly name: 'second_needed'; readonly decisionId: DecisionId; readonly personId: PersonId }
  | { readonly name: 'safety_alert'; readonly submissionId: SubmissionId; readonly personId: PersonId }
  | {
      readonly name: 'curator_alert';
      readonly submissionId: SubmissionId;
      readonly personId: PersonId;
      readonly about: CuratorAlert;
    }
  /** About a file of all cases: to whoever may approve it, to whoever asked, and to them again when it was answered. */
  | {
      readonly name: 'export_news';
      readonly exportId: ExportId;
      readonly module: ModuleId;
      readonly personId: PersonId;
      readonly about: ExportNews;
    }
  | { readonly name: 'welcome'; readonly personId: PersonId; readonly module: ModuleId };

/** Why a curator is written to. */
export type CuratorAlert =
  | 'new_case'
  | 'revision_answered'
  | 'reviews_in'
  | 'page_answered'
  | 'bounced'
  | 'appealed'
  | 'withdrawn'
  | 'overdue'
  | 'landed_on_hold'
  /** Somebody looked at the contact data of a case; the safety person is told. */
  | 'identity_shown';

export type ExportNews = 'waits' | 'asked' | 'answered';

export type LetterName = Letter['name'];
