import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { PublicationId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { pages, publications } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type PageRow = typeof pages.$inferSelect;
export type PublicationRow = typeof publications.$inferSelect;

const { files: _files, removes: _removes, body: _body, ...columns } = getTableColumns(publications);
/** What there is to know of a publication but for what it carries, which is large. */
export const withoutFiles = columns;
export type ChangeRow = Omit<PublicationRow, 'files' | 'removes' | 'body'>;
type OfSubmission = Given<{ submissionId: SubmissionId }>;

const newestPage = statement((reader, { submissionId }: OfSubmission) =>
  reader.select().from(pages).where(eq(pages.submissionId, submissionId)).orderBy(desc(pages.number)).limit(1),
);

export function latestPage(reader: Reader, submissionId: SubmissionId): PageRow | undefined {
  return newestPage(reader).get({ submissionId });
}

export const insertPage = insertsInto(pages);

const updateUnanswered = updatesOf(
  pages,
  ({ submissionId, number }: Given<{ submissionId: SubmissionId; number: number }>) =>
    and(eq(pages.submissionId, submissionId), eq(pages.number, number), sql`${pages.answer} is null`),
);

/** The submitter's answer to a page; false when it was answered before or another page was offered meanwhile. */
export function answerPage(
  tx: Tx,
  { submissionId, number }: Pick<PageRow, 'submissionId' | 'number'>,
  answer: { answer: 'approved' | 'change_asked'; answerText: string; consentHash: string | null; answeredAt: string },
): boolean {
  return updateUnanswered(tx, answer, { submissionId, number }) === 1;
}

const byId = statement((reader, { id }: Given<{ id: PublicationId }>) =>
  reader.select().from(publications).where(eq(publications.id, id)),
);

export function findPublication(reader: Reader, id: PublicationId): PublicationRow | undefined {
  return byId(reader).get({ id });
}

const carried = statement((reader, { id }: Given<{ id: PublicationId }>) =>
  reader.select({ files: publications.files }).from(publications).where(eq(publications.id, id)),
);

/** What a publication puts into the repository. */
export function filesOf(reader: Reader, id: PublicationId): PublicationRow['files'] {
  return carried(reader).get({ id })?.files ?? [];
}

const newestPublication = statement((reader, { submissionId }: OfSubmission) =>
  reader
    .select(withoutFiles)
    .from(publications)
    .where(eq(publications.submissionId, submissionId))
    .orderBy(desc(publications.number))
    .limit(1),
);

export function latestPublication(reader: Reader, submissionId: SubmissionId): ChangeRow | undefined {
  return newestPublication(reader).get({ submissionId });
}

export const insertPublication = insertsInto(publications);

type Seen = Pick<PublicationRow, 'id' | 'state'>;

const updateSeen = updatesOf(publications, ({ id, state }: Given<Seen>) =>
  and(eq(publications.id, id), eq(publications.state, state)),
);

/** Writes what the forge said, if the publication is still in the state that was seen. */
export function updatePublication(
  tx: Tx,
  { id, state }: Seen,
  facts: Partial<Omit<PublicationRow, 'id' | 'submissionId' | 'number' | 'branch'>>,
): boolean {
  return updateSeen(tx, facts, { id, state }) === 1;
}
