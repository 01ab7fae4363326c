import { eq, inArray } from 'drizzle-orm';
import type { AssignmentId, SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, people } from '../schema/index.ts';
import { statement } from '../statement.ts';

export interface OpenAssignment {
  readonly assignmentId: AssignmentId;
  readonly submissionId: SubmissionId;
  readonly name: string;
  readonly language: string;
}

const everyOpen = statement((reader) =>
  reader
    .select({
      assignmentId: assignments.id,
      submissionId: assignments.submissionId,
      name: people.name,
      language: people.interfaceLanguage,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(inArray(assignments.status, ['invited', 'accepted']))
    .orderBy(assignments.invitedAt),
);

/** Every reviewer who is asked or at work, with the language they read. */
export function openAssignments(reader: Reader): OpenAssignment[] {
  return everyOpen(reader).all();
}
