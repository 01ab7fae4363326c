import { and, eq, ne, notExists, sql } from 'drizzle-orm';
import type { PublicId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { findByPublicId, type SubmissionRow } from '../submission-store.ts';
import type { Listing } from './listed-cases.ts';
import { theVersion, versionsOf, type VersionRow } from '../version-store.ts';

export type { SubmissionRow } from '../submission-store.ts';

/** Whoever may see it; of an address that somebody typed ask `caseShownTo`. */
export const caseByPublicId = (reader: Reader, publicId: string): SubmissionRow | undefined =>
  findByPublicId(reader, publicId as PublicId);

/** Probes instead of the lists' set of one's own cases: to make that set takes a time that can be measured. */
const shown = statement((reader, { publicId, module, viewer }: Given<Listing & { publicId: PublicId }>) => {
  const asked = reader
    .select({ one: sql`1` })
    .from(assignments)
    .where(and(eq(assignments.submissionId, submissions.id), eq(assignments.personId, viewer)));
  const inConflict = reader
    .select({ one: sql`1` })
    .from(conflicts)
    .where(and(eq(conflicts.submissionId, submissions.id), eq(conflicts.personId, viewer)));
  return reader
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.publicId, publicId),
        eq(submissions.module, module),
        ne(submissions.state, 'draft'),
        notExists(asked),
        notExists(inConflict),
      ),
    );
});

/**
 * The case of an address, where this viewer may know of it. What is kept from them is not read at all: then the answer
 * takes as long as for a case that never was.
 */
export const caseShownTo = (reader: Reader, listing: Listing, publicId: string): SubmissionRow | undefined =>
  shown(reader).get({ ...listing, publicId: publicId as PublicId });

/** A version with the form that it was written for. */
export interface SeenVersion {
  readonly row: VersionRow;
  readonly definition: ModuleDefinition;
}

type Case = Pick<SubmissionRow, 'id' | 'module' | 'version'>;

/** The newest version unless a number is given; throws when it is not there. */
export function seenVersion(reader: Reader, submission: Case, number = submission.version): SeenVersion {
  const row = theVersion(reader, submission.id, number);
  return { row, definition: pinnedDefinition(reader, submission.module, row.definitionCommit) };
}

/** Oldest first. */
export const seenVersions = (reader: Reader, submission: Case): SeenVersion[] =>
  versionsOf(reader, submission.id).map((row) => ({
    row,
    definition: pinnedDefinition(reader, submission.module, row.definitionCommit),
  }));
