import { desc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { latestPage, withoutFiles, type ChangeRow, type PageRow } from '../publication-store.ts';
import { publications } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

export { filesOf, findPublication } from '../publication-store.ts';
export type { ChangeRow, PageRow } from '../publication-store.ts';

/** The newest page that was offered, with its answer. */
export const offeredPage = (reader: Reader, submissionId: SubmissionId): PageRow | undefined =>
  latestPage(reader, submissionId);

const publicationsOf = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader
    .select(withoutFiles)
    .from(publications)
    .where(eq(publications.submissionId, submissionId))
    .orderBy(desc(publications.number)),
);

/** Every way of a case into the repository or out of it, the newest first. */
export function casePublications(reader: Reader, submissionId: SubmissionId): ChangeRow[] {
  return publicationsOf(reader).all({ submissionId });
}
