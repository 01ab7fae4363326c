import { and, desc, eq, sql } from 'drizzle-orm';
import { doorOf, type Door } from '../../domain/assignment/door.ts';
import type { AssignmentId, ModuleId, PersonId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts, reviewDrafts, rounds, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** One thing that somebody was asked to review, as far as they may know of it. */
export interface OwnAssignment {
  readonly id: AssignmentId;
  readonly module: ModuleId;
  readonly door: Door;
  /** Undefined where a conflict keeps the reviewer from everything about the case. */
  readonly practice: { readonly title: string; readonly language: string } | undefined;
  readonly invitedAt: Date;
  readonly respondBy: Date;
  readonly reviewDue: Date | undefined;
  readonly submittedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  /** Something was written and is kept. */
  readonly wrote: boolean;
  /** The review was sent and its practice is online, which reviewers are told. */
  readonly online: boolean;
}

/** The last assignment of the page before. */
export interface OwnPlace {
  readonly invitedAt: string;
  readonly id: AssignmentId;
}

export interface OwnPage {
  readonly rows: readonly OwnAssignment[];
  /** The place to go on after, while there is more. */
  readonly last: OwnPlace | undefined;
}

interface Part extends OwnPlace {
  readonly personId: PersonId;
  readonly limit: number;
}

/** A cross join keeps its order in SQLite: along the index of the person, and only as far as the page goes. */
const newestOf = statement((reader, given: Given<Part>) =>
  reader
    .select({
      id: assignments.id,
      status: assignments.status,
      invitedAt: assignments.invitedAt,
      respondBy: assignments.respondBy,
      reviewDue: assignments.reviewDue,
      submittedAt: assignments.submittedAt,
      endedAt: assignments.endedAt,
      closedAt: rounds.closedAt,
      module: submissions.module,
      state: submissions.state,
      held: submissions.held,
      title: submissions.title,
      language: submissions.language,
      wrote: sql<number>`exists (select 1 from ${reviewDrafts} where ${reviewDrafts.assignmentId} = ${assignments.id})`,
      conflict: sql<number>`exists (select 1 from ${conflicts} where ${conflicts.submissionId} = ${assignments.submissionId} and ${conflicts.personId} = ${assignments.personId})`,
    })
    .from(assignments)
    .crossJoin(rounds)
    .crossJoin(submissions)
    .where(
      and(
        eq(assignments.personId, given.personId),
        sql`(${assignments.invitedAt}, ${assignments.id}) < (${given.invitedAt}, ${given.id})`,
        eq(rounds.id, assignments.roundId),
        eq(submissions.id, assignments.submissionId),
      ),
    )
    .orderBy(desc(assignments.invitedAt), desc(assignments.id))
    .limit(given.limit),
);

/** Sorts after every date. */
const LATEST: OwnPlace = { invitedAt: '9999', id: '' as AssignmentId };

/** What somebody was asked to review, a page of it, the last asked first. One read. */
export function ownReviews(
  reader: Reader,
  personId: PersonId,
  after: OwnPlace | undefined,
  size: number,
  now: Date,
): OwnPage {
  const rows = newestOf(reader).all({ personId, ...(after ?? LATEST), limit: size + 1 });
  const shown = rows.slice(0, size);
  const end = shown.at(-1);
  const last = end === undefined || rows.length <= size ? undefined : { invitedAt: end.invitedAt, id: end.id };
  return { rows: shown.map((row) => known(row, now)), last };
}

type Row = ReturnType<ReturnType<typeof newestOf>['all']>[number];

function known(row: Row, now: Date): OwnAssignment {
  const { id, module, status, state, held, title, language } = row;
  const respondBy = new Date(row.respondBy);
  const hidden = status === 'recused' || row.conflict === 1;
  return {
    id,
    module,
    door: doorOf({ status, respondBy, roundClosed: row.closedAt !== null, state, held }, now),
    practice: hidden ? undefined : { title, language },
    invitedAt: new Date(row.invitedAt),
    respondBy,
    reviewDue: dateOf(row.reviewDue),
    submittedAt: status === 'submitted' ? dateOf(row.submittedAt) : undefined,
    endedAt: dateOf(row.endedAt),
    wrote: row.wrote === 1,
    online: status === 'submitted' && state === 'published' && !hidden,
  };
}

const dateOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
