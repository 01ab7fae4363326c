import { partTakers } from '../../db/queries/part-takers.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { caseShownTo, type SubmissionRow } from '../../db/queries/one-case.ts';
import type { ModuleId } from '../../domain/ids.ts';
import type { Staff } from '../../domain/people/actor.ts';
import { maySeeCase, type CaseRef } from '../../domain/people/permissions.ts';

export interface SeenCase {
  readonly submission: SubmissionRow;
  readonly ref: CaseRef;
}

/** The case of an address, if this person may know of it; a draft, another module's and one's own look like none. */
export function caseOf(reader: Reader, staff: Staff, module: ModuleId, publicId: string): SeenCase | undefined {
  const submission = caseShownTo(reader, { module, viewer: staff.personId }, publicId);
  if (submission === undefined) return undefined;
  const ref = { submissionId: submission.id, module, partTakers: partTakers(reader, submission.id) };
  return maySeeCase(staff, ref) ? { submission, ref } : undefined;
}
