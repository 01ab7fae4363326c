import { asc, eq } from 'drizzle-orm';
import type { ModuleId, PublicationId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { publications, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

export interface OpenChange {
  readonly id: PublicationId;
  readonly branch: string;
  readonly module: ModuleId;
}

const open = statement((reader) =>
  reader
    .select({ id: publications.id, branch: publications.branch, module: submissions.module })
    .from(publications)
    .innerJoin(submissions, eq(submissions.id, publications.submissionId))
    .where(eq(publications.state, 'open'))
    .orderBy(asc(publications.queuedAt)),
);

/** The changes that stand open on a forge, as far as we know; the oldest first. */
export function openChanges(reader: Reader): OpenChange[] {
  return open(reader).all();
}

const byId = statement((reader, { id }: Given<{ id: PublicationId }>) =>
  reader
    .select({ id: publications.id, branch: publications.branch, module: submissions.module })
    .from(publications)
    .innerJoin(submissions, eq(submissions.id, publications.submissionId))
    .where(eq(publications.id, id)),
);

/** Where a publication is to be looked for. Throws when there is none of this id. */
export function publicationToSee(reader: Reader, id: PublicationId): OpenChange {
  const row = byId(reader).get({ id });
  if (row === undefined) throw new Error(`Publication ${id} is not there`);
  return row;
}
