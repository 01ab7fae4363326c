import { and, asc, desc, eq, exists, like, lt, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { appeals, assignments, conflicts, submissions } from '../schema/index.ts';
import type { SubmissionRow } from '../submission-store.ts';

/** Cases in which the viewer has a part: they are in no list and in no count. */
const ownParts = (reader: Reader, viewer: PersonId) =>
  union(
    reader.select({ id: assignments.submissionId }).from(assignments).where(eq(assignments.personId, viewer)),
    reader.select({ id: conflicts.submissionId }).from(conflicts).where(eq(conflicts.personId, viewer)),
  );

const listed = (reader: Reader, module: ModuleId, viewer: PersonId): SQL | undefined =>
  and(
    eq(submissions.module, module),
    ne(submissions.state, 'draft'),
    notInArray(submissions.id, ownParts(reader, viewer)),
  );

/** States in which somebody always owes the next move. */
const liveStates = ['screening', 'in_review', 'revision', 'accepted', 'publishing'] as const;
/** The oldest of each state; who has more waiting than that begins there anyway. */
const MOST_OF_A_STATE = 100;

/** Cases that wait for anybody, the oldest of each state, with held ones and unanswered appeals. A fixed number of reads. */
export function waitingCases(reader: Reader, module: ModuleId, viewer: PersonId): SubmissionRow[] {
  const mine = listed(reader, module, viewer);
  const oldest = (condition: SQL | undefined): SubmissionRow[] =>
    reader
      .select()
      .from(submissions)
      .where(and(mine, condition))
      .orderBy(asc(submissions.stateEnteredAt), asc(submissions.id))
      .limit(MOST_OF_A_STATE)
      .all();
  const unanswered = reader
    .select({ id: appeals.submissionId })
    .from(appeals)
    .where(and(eq(appeals.submissionId, submissions.id), sql`${appeals.answeredAt} is null`));
  const found = [
    ...liveStates.map((state) => oldest(eq(submissions.state, state))),
    oldest(and(eq(submissions.state, 'rejected'), exists(unanswered))),
    oldest(eq(submissions.held, true)),
  ].flat();
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

export interface CaseFilter {
  readonly state?: SubmissionState | undefined;
  /** Part of a title, or a public id. */
  readonly words?: string | undefined;
  /** The last case of the page before. */
  readonly after?: { readonly updatedAt: string; readonly id: SubmissionId } | undefined;
}

/** One page of all cases, the last changed first; one more than asked for when there is a next page. */
export function casePage(
  reader: Reader,
  module: ModuleId,
  viewer: PersonId,
  filter: CaseFilter,
  size: number,
): SubmissionRow[] {
  const { state, words, after } = filter;
  return reader
    .select()
    .from(submissions)
    .where(
      and(
        listed(reader, module, viewer),
        state === undefined ? undefined : eq(submissions.state, state),
        words === undefined ? undefined : matches(words),
        after === undefined ? undefined : before(after),
      ),
    )
    .orderBy(desc(submissions.updatedAt), desc(submissions.id))
    .limit(size + 1)
    .all();
}

const before = (after: NonNullable<CaseFilter['after']>): SQL | undefined =>
  or(
    lt(submissions.updatedAt, after.updatedAt),
    and(eq(submissions.updatedAt, after.updatedAt), lt(submissions.id, after.id)),
  );

function matches(words: string): SQL | undefined {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const inTitle = sql`${submissions.title} like ${pattern} escape '\\'`;
  return or(inTitle, like(submissions.publicId, words.toUpperCase()));
}
