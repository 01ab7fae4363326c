import { eq, inArray } from 'drizzle-orm';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, people } from '../schema/index.ts';

/** Every reviewer who is asked or at work, with the language they read. */
export function openAssignments(reader: Reader): { assignmentId: AssignmentId; name: string; language: string }[] {
  return reader
    .select({ assignmentId: assignments.id, name: people.name, language: people.interfaceLanguage })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(inArray(assignments.status, ['invited', 'accepted']))
    .orderBy(assignments.invitedAt)
    .all();
}
