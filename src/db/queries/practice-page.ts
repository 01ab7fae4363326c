import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { ModuleId, PublicId, SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { filesOf, withoutFiles, type ChangeRow, type PublicationRow } from '../publication-store.ts';
import { pages, publications, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { findByPublicId, type SubmissionRow } from '../submission-store.ts';

/** One landed change of a page, with the version whose words it brought. */
export interface PageLayerRow {
  readonly publication: ChangeRow;
  readonly submission: SubmissionRow;
  readonly version: number;
}

/** A page that is online: who began it, everything that landed on it, the oldest first, and how it stands there now. */
export interface PublishedPage {
  readonly original: SubmissionRow;
  readonly layers: readonly [PageLayerRow, ...PageLayerRow[]];
  readonly newest: PageLayerRow;
  readonly files: PublicationRow['files'];
}

/** From where to where the branches of a practice go. */
type Branches = Given<{ from: string; to: string }>;
const branchesOf = (publicId: string) => ({ from: `practice/${publicId}/p`, to: `practice/${publicId}/q` });
const within = ({ from, to }: Branches) => and(gte(publications.branch, from), lt(publications.branch, to));

const changes = statement((reader, branches: Branches) =>
  reader
    .select(withoutFiles)
    .from(publications)
    .where(within(branches))
    .orderBy(asc(publications.endedAt), asc(publications.number)),
);

/** Every change that was ever made for the folder of a practice, by whichever case. */
export const changesOfPractice = (reader: Reader, publicId: string): ChangeRow[] =>
  changes(reader).all(branchesOf(publicId));

const landed = statement((reader, branches: Branches) =>
  reader
    .select({ publication: withoutFiles, submission: submissions, version: pages.version })
    .from(publications)
    .innerJoin(submissions, eq(submissions.id, publications.submissionId))
    .leftJoin(pages, and(eq(pages.submissionId, publications.submissionId), eq(pages.number, publications.pageNumber)))
    .where(and(within(branches), eq(publications.state, 'merged'), eq(publications.purpose, 'publish')))
    .orderBy(asc(publications.endedAt), asc(publications.number)),
);

/** The page of a practice of this module, if it is online. */
export function publishedPage(reader: Reader, module: ModuleId, publicId: PublicId): PublishedPage | undefined {
  const original = findByPublicId(reader, publicId);
  if (original?.module !== module || original.state !== 'published') return undefined;
  const [first, ...rest] = landed(reader)
    .all(branchesOf(publicId))
    .map(({ version, ...row }) => {
      if (version === null) throw new Error(`${row.publication.branch} has no page`);
      return { ...row, version };
    });
  if (first === undefined) return undefined;
  const newest = rest.at(-1) ?? first;
  return { original, layers: [first, ...rest], newest, files: filesOf(reader, newest.publication.id) };
}

/** A change of this practice's page by another case that is on its way now. */
export const changeUnderWay = (reader: Reader, publicId: string, but: SubmissionId): ChangeRow | undefined =>
  changesOfPractice(reader, publicId).find(
    ({ state, submissionId }) => (state === 'queued' || state === 'open') && submissionId !== but,
  );

const online = statement((reader, { module }: Given<{ module: ModuleId }>) =>
  reader
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
    .orderBy(asc(submissions.title)),
);

/** The practices of a module whose pages are online, by title; one more than asked for says that there are more. */
export function publishedPractices(
  reader: Reader,
  module: ModuleId,
  most: number,
): { readonly publicId: PublicId; readonly title: string }[] {
  const rows = online(reader).all({ module });
  const own = rows.filter(({ publicId, branch }) => branch.startsWith(`practice/${publicId}/`));
  return own.slice(0, most + 1).map(({ publicId, title }) => ({ publicId, title }));
}
