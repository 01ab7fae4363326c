import { desc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { latestPage, type PageRow, type PublicationRow } from '../publication-store.ts';
import { publications } from '../schema/index.ts';

export type { PageRow, PublicationRow } from '../publication-store.ts';

/** The newest page that was offered, with its answer. */
export const offeredPage = (reader: Reader, submissionId: SubmissionId): PageRow | undefined =>
  latestPage(reader, submissionId);

/** Every way of a case into the repository or out of it, the newest first. */
export function casePublications(reader: Reader, submissionId: SubmissionId): PublicationRow[] {
  return reader
    .select()
    .from(publications)
    .where(eq(publications.submissionId, submissionId))
    .orderBy(desc(publications.number))
    .all();
}
