import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { ModuleId, PublicId, SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import type { PublicationRow } from '../publication-store.ts';
import { pages, publications, submissions } from '../schema/index.ts';
import { findByPublicId, findSubmission, type SubmissionRow } from '../submission-store.ts';

/** One landed change of a page, with the version whose words it brought. */
export interface PageLayerRow {
  readonly publication: PublicationRow;
  readonly submission: SubmissionRow;
  readonly version: number;
}

/** A page that is online: who began it, and everything that landed on it, the oldest first. */
export interface PublishedPage {
  readonly original: SubmissionRow;
  readonly layers: readonly [PageLayerRow, ...PageLayerRow[]];
  readonly newest: PageLayerRow;
}

/** Every change that was ever made for the folder of a practice, by whichever case. */
export function changesOfPractice(reader: Reader, publicId: string): PublicationRow[] {
  const branch = `practice/${publicId}/`;
  return reader
    .select()
    .from(publications)
    .where(and(gte(publications.branch, `${branch}p`), lt(publications.branch, `${branch}q`)))
    .orderBy(asc(publications.endedAt), asc(publications.number))
    .all();
}

/** The page of a practice of this module, if it is online. */
export function publishedPage(reader: Reader, module: ModuleId, publicId: PublicId): PublishedPage | undefined {
  const original = findByPublicId(reader, publicId);
  if (original?.module !== module || original.state !== 'published') return undefined;
  const [first, ...rest] = changesOfPractice(reader, publicId)
    .filter(({ state, purpose }) => state === 'merged' && purpose === 'publish')
    .map((publication) => layerOf(reader, publication));
  if (first === undefined) return undefined;
  return { original, layers: [first, ...rest], newest: rest.at(-1) ?? first };
}

function layerOf(reader: Reader, publication: PublicationRow): PageLayerRow {
  const { submissionId, pageNumber } = publication;
  const submission = findSubmission(reader, submissionId);
  const page = reader
    .select({ version: pages.version })
    .from(pages)
    .where(and(eq(pages.submissionId, submissionId), eq(pages.number, pageNumber ?? 0)))
    .get();
  if (submission === undefined || page === undefined) throw new Error(`${publication.branch} has no page`);
  return { publication, submission, version: page.version };
}

/** A change of this practice's page by another case that is on its way now. */
export const changeUnderWay = (reader: Reader, publicId: string, but: SubmissionId): PublicationRow | undefined =>
  changesOfPractice(reader, publicId).find(
    ({ state, submissionId }) => (state === 'queued' || state === 'open') && submissionId !== but,
  );

/** The practices of a module whose pages are online, by title; one more than asked for says that there are more. */
export function publishedPractices(
  reader: Reader,
  module: ModuleId,
  most: number,
): { readonly publicId: PublicId; readonly title: string }[] {
  const rows = reader
    .select({ publicId: submissions.publicId, title: submissions.title, branch: publications.branch })
    .from(submissions)
    .innerJoin(publications, eq(publications.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.module, module),
        eq(submissions.state, 'published'),
        eq(publications.state, 'merged'),
        ne(publications.purpose, 'take_down'),
      ),
    )
    .orderBy(asc(submissions.title))
    .all();
  const own = rows.filter(({ publicId, branch }) => branch.startsWith(`practice/${publicId}/`));
  return own.slice(0, most + 1).map(({ publicId, title }) => ({ publicId, title }));
}
