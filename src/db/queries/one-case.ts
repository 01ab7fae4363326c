import type { PublicId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import { findByPublicId, type SubmissionRow } from '../submission-store.ts';
import { theVersion, versionsOf, type VersionRow } from '../version-store.ts';

export type { SubmissionRow } from '../submission-store.ts';

export const caseByPublicId = (reader: Reader, publicId: string): SubmissionRow | undefined =>
  findByPublicId(reader, publicId as PublicId);

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
