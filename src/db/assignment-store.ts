import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Assignment } from '../domain/assignment/assignment.ts';
import type { AssignmentId, PersonId, RoundId, SubmissionId } from '../domain/ids.ts';
import { noteOpenPlaces } from './case-score-store.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { assignments } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type AssignmentRow = typeof assignments.$inferSelect;

const byId = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  reader.select().from(assignments).where(eq(assignments.id, id)),
);

export function findAssignment(reader: Reader, id: AssignmentId): AssignmentRow | undefined {
  return byId(reader).get({ id });
}

const ofRound = statement((reader, { roundId }: Given<{ roundId: RoundId }>) =>
  reader
    .select()
    .from(assignments)
    .where(eq(assignments.roundId, roundId))
    .orderBy(asc(assignments.label), asc(assignments.id)),
);

export function assignmentsOfRound(reader: Reader, roundId: RoundId): AssignmentRow[] {
  return ofRound(reader).all({ roundId });
}

const ofSubmission = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(assignments).where(eq(assignments.submissionId, submissionId)).orderBy(asc(assignments.id)),
);

export function assignmentsOfSubmission(reader: Reader, submissionId: SubmissionId): AssignmentRow[] {
  return ofSubmission(reader).all({ submissionId });
}

const openOf = statement((reader, { personId }: Given<{ personId: PersonId }>) =>
  reader
    .select()
    .from(assignments)
    .where(and(eq(assignments.personId, personId), inArray(assignments.status, ['invited', 'accepted'])))
    .orderBy(asc(assignments.id)),
);

/** Invitations and reviews that wait for somebody, in whatever case. */
export function openAssignmentsOf(reader: Reader, personId: PersonId): AssignmentRow[] {
  return openOf(reader).all({ personId });
}

const insertRow = insertsInto(assignments);

export function insertAssignment(tx: Tx, row: typeof assignments.$inferInsert): void {
  insertRow(tx, row);
  noteOpenPlaces(tx, row.submissionId);
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

type Seen = Pick<AssignmentRow, 'id' | 'status'>;

const updateSeen = updatesOf(assignments, ({ id, status }: Given<Seen>) =>
  and(eq(assignments.id, id), eq(assignments.status, status)),
);

/** Writes the assignment after a move, if it still has the status that was seen; false when somebody was faster. */
export function moveAssignmentRow(tx: Tx, seen: AssignmentRow, next: Assignment, now: Date): boolean {
  const { id, status, acceptedAt, submissionId } = seen;
  const moved = updateSeen(tx, columnsOf(next, acceptedAt ?? now.toISOString()), { id, status }) === 1;
  if (moved) noteOpenPlaces(tx, submissionId);
  return moved;
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

const updateAssignment = updatesOf(assignments, ({ id }: Given<{ id: AssignmentId }>) => eq(assignments.id, id));

/** What a curator asks to be mended in a review that is given back. */
export function noteReturned(tx: Tx, id: AssignmentId, returnedNote: string): void {
  updateAssignment(tx, { returnedNote }, { id });
}
