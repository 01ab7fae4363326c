import { requestsOf, type RequestRow } from '../request-store.ts';
import type { Reader } from '../in-transaction.ts';
import type { SubmissionRow } from '../submission-store.ts';

export type { RequestRow } from '../request-store.ts';

/** What is asked of the submitter about the present version. Show it only in the state `revision` as it is shown. */
export const openRequests = (reader: Reader, submission: Pick<SubmissionRow, 'id' | 'version'>): RequestRow[] =>
  requestsOf(reader, submission.id, submission.version);
