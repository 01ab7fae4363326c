import { asc, eq } from 'drizzle-orm';
import type { RoundId, SubmissionId } from '../../domain/ids.ts';
import { isOpen, isOverdue } from '../../domain/assignment/assignment.ts';
import { toAssignment, type AssignmentRow } from '../assignment-store.ts';
import type { Reader } from '../in-transaction.ts';
import { latestRound, type RoundRow } from '../round-store.ts';
import { assignments, people } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

export interface RoundPlace {
  readonly row: AssignmentRow;
  readonly name: string;
  readonly open: boolean;
  readonly late: boolean;
}

const asked = statement((reader, { roundId }: Given<{ roundId: RoundId }>) =>
  reader
    .select({ row: assignments, name: people.name })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(eq(assignments.roundId, roundId))
    .orderBy(asc(assignments.invitedAt), asc(assignments.label)),
);

/** The newest round of a case and everybody who was asked in it, by name. For curators. */
export function roundPlaces(
  reader: Reader,
  submissionId: SubmissionId,
  now: Date,
): { readonly round: RoundRow; readonly places: readonly RoundPlace[] } | undefined {
  const round = latestRound(reader, submissionId);
  if (round === undefined) return undefined;
  const rows = asked(reader).all({ roundId: round.id });
  const places = rows.map(({ row, name }) => {
    const assignment = toAssignment(row);
    return { row, name, open: isOpen(assignment), late: isOverdue(assignment, now) };
  });
  return { round, places };
}
