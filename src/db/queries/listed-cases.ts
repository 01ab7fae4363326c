import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** Whose list of which module's cases it is. */
export interface Listing {
  readonly module: ModuleId;
  readonly viewer: PersonId;
}

/** A case as a list shows it; everything else is on its own page. */
export const listedCase = {
  id: submissions.id,
  module: submissions.module,
  publicId: submissions.publicId,
  title: submissions.title,
  language: submissions.language,
  state: submissions.state,
  held: submissions.held,
  updatedAt: submissions.updatedAt,
};

/** Cases in which the viewer has a part: they are in no list and in no count. */
const ownParts = (reader: Reader, viewer: Given<Listing>['viewer']) =>
  union(
    reader.select({ id: assignments.submissionId }).from(assignments).where(eq(assignments.personId, viewer)),
    reader.select({ id: conflicts.submissionId }).from(conflicts).where(eq(conflicts.personId, viewer)),
  );

/** A draft is written out, since the index of changes leaves it out. */
export const isListed = (reader: Reader, { module, viewer }: Given<Listing>): SQL | undefined =>
  and(
    eq(submissions.module, module),
    sql`${submissions.state} <> 'draft'`,
    notInArray(submissions.id, ownParts(reader, viewer)),
  );

/** The states of the cases that are kept from the viewer. */
export const ownCases = statement((reader, { module, viewer }: Given<Listing>) =>
  reader
    .select({ state: submissions.state })
    .from(submissions)
    .where(and(eq(submissions.module, module), inArray(submissions.id, ownParts(reader, viewer)))),
);
