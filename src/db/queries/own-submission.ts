import type { SubmissionId } from '../../domain/ids.ts';
import type { Answers } from '../../domain/module/form.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { findByFormHash, findSubmission, type SubmissionRow } from '../submission-store.ts';
import { sealedAnswers } from '../version-store.ts';
import { findWorkingCopy } from '../working-copy-store.ts';
import { shownState } from './shown-state.ts';

/** A case as its submitter sees it. */
export interface OwnSubmission {
  readonly submission: SubmissionRow;
  readonly shown: SubmissionState;
  /** Everything typed so far, contact data included. */
  readonly answers: Answers;
}

/** Undefined once it was deleted: a browser may still hold its receipt. */
export function ownSubmission(reader: Reader, id: SubmissionId): OwnSubmission | undefined {
  const submission = findSubmission(reader, id);
  if (submission === undefined) return undefined;
  return { submission, shown: shownState(reader, submission), answers: typedAnswers(reader, id) };
}

/** Everything that the person has typed so far, contact data included: for the person alone. */
export function typedAnswers(reader: Reader, id: SubmissionId): Answers {
  return { ...findWorkingCopy(reader, id)?.answers, ...sealedAnswers(reader, id) };
}

/** The case that was made from one form, by the form's keyed hash: whoever has the form has the receipt. */
export function submissionOfForm(reader: Reader, formHash: string): OwnSubmission | undefined {
  const found = findByFormHash(reader, formHash);
  return found && ownSubmission(reader, found.id);
}
