import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Assignment } from '../domain/assignment/assignment.ts';
import type { AssignmentId, PersonId, RoundId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { assignments } from './schema/index.ts';

export type AssignmentRow = typeof assignments.$inferSelect;

export function findAssignment(reader: Reader, id: AssignmentId): AssignmentRow | undefined {
  return reader.select().from(assignments).where(eq(assignments.id, id)).get();
}

export function assignmentsOfRound(reader: Reader, roundId: RoundId): AssignmentRow[] {
  return reader
    .select()
    .from(assignments)
    .where(eq(assignments.roundId, roundId))
    .orderBy(asc(assignments.label), asc(assignments.id))
    .all();
}

export function assignmentsOfSubmission(reader: Reader, submissionId: SubmissionId): AssignmentRow[] {
  return reader
    .select()
    .from(assignments)
    .where(eq(assignments.submissionId, submissionId))
    .orderBy(asc(assignments.id))
    .all();
}

/** Invitations and reviews that wait for somebody, in whatever case. */
export function openAssignmentsOf(reader: Reader, personId: PersonId): AssignmentRow[] {
  return reader
    .select()
    .from(assignments)
    .where(and(eq(assignments.personId, personId), inArray(assignments.status, ['invited', 'accepted'])))
    .orderBy(asc(assignments.id))
    .all();
}

export function insertAssignment(tx: Tx, row: typeof assignments.$inferInsert): void {
  tx.insert(assignments).values(row).run();
}

/** The row as the domain's union. */
export function toAssignment(row: AssignmentRow): Assignment {
  switch (row.status) {
    case 'invited':
      return { status: 'invited', respondBy: new Date(row.respondBy) };
    case 'accepted':
      return { status: 'accepted', reviewDue: new Date(row.reviewDue ?? row.respondBy) };
    case 'submitted':
      return { status: 'submitted', submittedAt: new Date(row.submittedAt ?? row.invitedAt) };
    case 'declined':
      return { status: 'declined', endedAt: ended(row), reason: row.reason ?? undefined };
    case 'recused':
      return { status: 'recused', endedAt: ended(row), reason: row.reason ?? '' };
    case 'expired':
      return { status: 'expired', endedAt: ended(row) };
    case 'released':
      return { status: 'released', endedAt: ended(row), reason: row.reason ?? '' };
  }
}

const ended = (row: AssignmentRow): Date => new Date(row.endedAt ?? row.invitedAt);

/** Writes the assignment after a move, if it still has the status that was seen; false when somebody was faster. */
export function moveAssignmentRow(tx: Tx, seen: AssignmentRow, next: Assignment, now: Date): boolean {
  const { changes } = tx
    .update(assignments)
    .set(columnsOf(next, seen.acceptedAt ?? now.toISOString()))
    .where(and(eq(assignments.id, seen.id), eq(assignments.status, seen.status)))
    .run();
  return changes === 1;
}

function columnsOf(next: Assignment, acceptedAt: string): Partial<typeof assignments.$inferInsert> {
  switch (next.status) {
    case 'invited':
      return { status: 'invited', respondBy: next.respondBy.toISOString() };
    case 'accepted':
      return { status: 'accepted', acceptedAt, reviewDue: next.reviewDue.toISOString() };
    case 'submitted':
      return { status: 'submitted', submittedAt: next.submittedAt.toISOString() };
    case 'declined':
      return { status: 'declined', endedAt: next.endedAt.toISOString(), reason: next.reason ?? '' };
    case 'expired':
      return { status: 'expired', endedAt: next.endedAt.toISOString() };
    case 'recused':
    case 'released':
      return { status: next.status, endedAt: next.endedAt.toISOString(), reason: next.reason };
  }
}

/** What a curator asks to be mended in a review that is given back. */
export function noteReturned(tx: Tx, id: AssignmentId, returnedNote: string): void {
  tx.update(assignments).set({ returnedNote }).where(eq(assignments.id, id)).run();
}
