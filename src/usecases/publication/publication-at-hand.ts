import { findPublication, type PublicationRow } from '../../db/publication-store.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import type { Reader } from '../../db/in-transaction.ts';

export interface PublicationAtHand {
  readonly publication: PublicationRow;
  readonly submission: SubmissionRow;
  /** Whether the case still wants it: a withdrawal ends the way in, and only what is published can be taken down. */
  readonly wanted: boolean;
}

/** A publication with its case, as they are at this moment. Throws when there is none: a job names only what exists. */
export function publicationAtHand({ tx }: { readonly tx: Reader }, id: PublicationId): PublicationAtHand {
  const publication = findPublication(tx, id);
  const submission = publication && findSubmission(tx, publication.submissionId);
  if (publication === undefined || submission === undefined) throw new Error(`Publication ${id} is not there`);
  const state = publication.purpose === 'publish' ? 'publishing' : 'published';
  return { publication, submission, wanted: submission.state === state };
}
