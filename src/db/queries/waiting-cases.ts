import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { appeals, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { isListed, type Listing } from './listed-cases.ts';

/** States in which somebody always owes the next move. */
const liveStates = ['screening', 'in_review', 'revision', 'accepted', 'publishing'] as const;
/** The oldest of each state; who has more waiting than that begins there anyway. */
const MOST_OF_A_STATE = 25;

const oldest = (reader: Reader, given: Given<Listing>, condition: SQL | undefined) =>
  reader
    .select()
    .from(submissions)
    .where(and(isListed(reader, given), condition))
    .orderBy(asc(submissions.stateEnteredAt), asc(submissions.id))
    .limit(MOST_OF_A_STATE);

const oldestOf = statement((reader, given: Given<Listing & { state: SubmissionState }>) =>
  oldest(reader, given, eq(submissions.state, given.state)),
);

const oldestAppeals = statement((reader, given: Given<Listing>) => {
  const unanswered = reader
    .select({ id: appeals.submissionId })
    .from(appeals)
    .where(sql`${appeals.answeredAt} is null`);
  return oldest(reader, given, and(eq(submissions.state, 'rejected'), inArray(submissions.id, unanswered)));
});

const oldestHeld = statement((reader, given: Given<Listing>) => oldest(reader, given, sql`${submissions.held} = 1`));

/** Cases that wait for anybody, the oldest of each state, with held ones and unanswered appeals. A fixed number of reads. */
export function waitingCases(reader: Reader, module: ModuleId, viewer: PersonId): SubmissionRow[] {
  const given = { module, viewer };
  const found = [
    ...liveStates.flatMap((state) => oldestOf(reader).all({ ...given, state })),
    ...oldestAppeals(reader).all(given),
    ...oldestHeld(reader).all(given),
  ];
  return [...new Map(found.map((row) => [row.id, row])).values()];
}
