import { findPublication, type PublicationRow } from '../../db/publication-store.ts';
import { findByPublicId, findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import { publishedPage } from '../../db/queries/practice-page.ts';
import type { PublicationId, PublicId } from '../../domain/ids.ts';
import { practiceOfBranch } from '../../domain/publication/page-path.ts';
import type { Reader } from '../../db/in-transaction.ts';

export interface PublicationAtHand {
  readonly publication: PublicationRow;
  readonly submission: SubmissionRow;
  /**
   * Whether it is still wanted: a withdrawal ends the way in, only what is published can be taken down, and a page that
   * is gone cannot be updated.
   */
  readonly wanted: boolean;
  /** A hold over the practice stops every change of its page, whoever brings it. */
  readonly held: boolean;
}

/** A publication with its case, as they are at this moment. Throws when there is none: a job names only what exists. */
export function publicationAtHand({ tx }: { readonly tx: Reader }, id: PublicationId): PublicationAtHand {
  const publication = findPublication(tx, id);
  const submission = publication && findSubmission(tx, publication.submissionId);
  if (publication === undefined || submission === undefined) throw new Error(`Publication ${id} is not there`);
  const state = publication.purpose === 'publish' ? 'publishing' : 'published';
  const wanted =
    submission.state === state && (publication.purpose === 'take_down' || hasItsPage(tx, publication, submission));
  const held = submission.held || isOverHeldPage(tx, publication);
  return { publication, submission, wanted, held };
}

/** An update of a page that was taken down meanwhile has nowhere to go. */
function hasItsPage(tx: Reader, { branch }: PublicationRow, { module, publicId }: SubmissionRow): boolean {
  const practice = practiceOfBranch(branch) as PublicId | undefined;
  if (practice === undefined || practice === publicId) return true;
  return publishedPage(tx, module, practice) !== undefined;
}

function isOverHeldPage(tx: Reader, { branch }: PublicationRow): boolean {
  const practice = practiceOfBranch(branch) as PublicId | undefined;
  return practice !== undefined && findByPublicId(tx, practice)?.held === true;
}
