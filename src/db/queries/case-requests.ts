import type { SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { requestsOf, type RequestRow } from '../request-store.ts';

/** What was asked about a version of a case, with the answers. */
export const caseRequests = (reader: Reader, submissionId: SubmissionId, version: number): RequestRow[] =>
  requestsOf(reader, submissionId, version);
