import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { AssignmentRow } from '../assignment-store.ts';
import type { Reader } from '../in-transaction.ts';
import { appeals, assignments, decisions, holds, pages, publications, rounds, screenings } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { placesOf } from './round-facts.ts';

/** What was found, by case; places by round. */
export type FoundRows = ReturnType<typeof caseRows>;

const all = {
  assignments: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(assignments)
      .where(inArray(assignments.submissionId, listOf(cases))),
  ),
  rounds: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(rounds)
      .where(inArray(rounds.submissionId, listOf(cases)))
      .orderBy(asc(rounds.number)),
  ),
  holds: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(holds)
      .where(inArray(holds.submissionId, listOf(cases)))
      .orderBy(asc(holds.raisedAt)),
  ),
  appeals: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(appeals)
      .where(and(inArray(appeals.submissionId, listOf(cases)), isNull(appeals.answeredAt))),
  ),
  screenings: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(screenings)
      .where(inArray(screenings.submissionId, listOf(cases)))
      .orderBy(asc(screenings.version)),
  ),
  /** Without the files, which are large. */
  pages: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({ submissionId: pages.submissionId, answer: pages.answer, answeredAt: pages.answeredAt })
      .from(pages)
      .where(inArray(pages.submissionId, listOf(cases)))
      .orderBy(asc(pages.number)),
  ),
  publications: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({
        submissionId: publications.submissionId,
        state: publications.state,
        trouble: publications.trouble,
        queuedAt: publications.queuedAt,
        endedAt: publications.endedAt,
      })
      .from(publications)
      .where(inArray(publications.submissionId, listOf(cases)))
      .orderBy(asc(publications.number)),
  ),
  pendingDecisions: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({ submissionId: decisions.submissionId, version: decisions.version, decidedBy: decisions.decidedBy })
      .from(decisions)
      .where(
        and(
          inArray(decisions.submissionId, listOf(cases)),
          eq(decisions.needsSecond, true),
          isNull(decisions.secondAt),
          isNull(decisions.undoneAt),
        ),
      )
      .orderBy(asc(decisions.decidedAt)),
  ),
};

/** The rows that tell of these cases, each kind in one read; of most kinds the last of each case, rounds of open ones only. */
export function caseRows(reader: Reader, submissions: readonly Pick<SubmissionRow, 'id' | 'state'>[]) {
  const cases = asList(submissions.map(({ id }) => id));
  // Of a round that is over nothing waits, and its reviews are long.
  const inReview = asList(submissions.filter(({ state }) => state === 'in_review').map(({ id }) => id));
  const everyAssignment = all.assignments(reader).all({ cases: inReview });
  return {
    rounds: latest(all.rounds(reader).all({ cases: inReview })),
    places: group(placesOf(reader, everyAssignment), everyAssignment),
    holds: latest(all.holds(reader).all({ cases })),
    appeals: latest(all.appeals(reader).all({ cases })),
    screenings: latest(all.screenings(reader).all({ cases })),
    pages: latest(all.pages(reader).all({ cases })),
    publications: latest(all.publications(reader).all({ cases })),
    pending: latest(all.pendingDecisions(reader).all({ cases })),
  };
}

/** The last row of each case, in the order read. */
const latest = <R extends { submissionId: SubmissionId }>(rows: readonly R[]): Map<SubmissionId, R> =>
  new Map(rows.map((row) => [row.submissionId, row]));

function group(places: ReturnType<typeof placesOf>, rows: readonly AssignmentRow[]) {
  const byRound = new Map<string, ReturnType<typeof placesOf>>();
  rows.forEach((row, index) => {
    const place = places[index];
    if (place !== undefined) byRound.set(row.roundId, [...(byRound.get(row.roundId) ?? []), place]);
  });
  return byRound;
}
