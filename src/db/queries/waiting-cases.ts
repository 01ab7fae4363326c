import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { appeals, caseScores, decisions, publications, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { isListed, type Listing } from './listed-cases.ts';

/** What the desk itself has to do is shown further than what it only waits for. */
const MOST_TO_DO = 8;
const MOST_TO_AWAIT = 4;
/** Of what is rare, and in no list of its own. */
const MOST_OF_THE_RARE = 25;

interface Part extends Listing {
  readonly limit: number;
}

/** What is held stands among the held alone. */
const goesOn = sql`${submissions.held} = 0`;

const oldest = (reader: Reader, given: Given<Part>, ...conditions: (SQL | undefined)[]) =>
  reader
    .select()
    .from(submissions)
    .where(and(isListed(reader, given), ...conditions))
    .orderBy(asc(submissions.stateEnteredAt), asc(submissions.id))
    .limit(given.limit);

const ofState = (state: 'screening' | 'revision') =>
  statement((reader, given: Given<Part>) =>
    oldest(reader, given, goesOn, eq(submissions.state, sql.raw(`'${state}'`))),
  );

/** Along the index of open rounds, in which each case stands under whether it waits for nobody but its reviewers. */
const inReview = (withReviewers: 0 | 1) =>
  statement((reader, given: Given<Part>) =>
    reader
      .select({ row: submissions })
      .from(caseScores)
      .crossJoin(submissions)
      .where(
        and(
          eq(caseScores.module, given.module),
          sql`${caseScores.state} = 'in_review' and ${caseScores.withReviewers} = ${sql.raw(String(withReviewers))}`,
          eq(submissions.id, caseScores.submissionId),
          isListed(reader, given),
          goesOn,
        ),
      )
      .orderBy(asc(caseScores.stateEnteredAt), asc(caseScores.submissionId))
      .limit(given.limit),
  );

const ACCEPTED = `state = 'accepted' and page_offered_at is`;
const accepted = (page: 'null' | 'not null') =>
  statement((reader, given: Given<Part>) => oldest(reader, given, goesOn, sql.raw(`${ACCEPTED} ${page}`)));

const seenTo = sql`exists (select 1 from ${publications} where ${publications.submissionId} = ${submissions.id} and (${publications.state} = 'open' or (${publications.state} = 'queued' and ${publications.trouble} is not null)))`;
const publishing = (condition: SQL) =>
  statement((reader, given: Given<Part>) =>
    oldest(reader, given, goesOn, sql`${submissions.state} = 'publishing'`, condition),
  );

const toSecond = statement((reader, given: Given<Part>) =>
  reader
    .select({ row: submissions })
    .from(decisions)
    .crossJoin(submissions)
    .where(
      and(
        sql`${decisions.needsSecond} = 1 and ${decisions.secondAt} is null and ${decisions.undoneAt} is null`,
        eq(submissions.id, decisions.submissionId),
        isListed(reader, given),
      ),
    )
    .orderBy(asc(submissions.stateEnteredAt), asc(submissions.id))
    .limit(given.limit),
);

const appealed = statement((reader, given: Given<Part>) => {
  const unanswered = reader
    .select({ id: appeals.submissionId })
    .from(appeals)
    .where(sql`${appeals.answeredAt} is null`);
  return oldest(reader, given, eq(submissions.state, sql`'rejected'`), inArray(submissions.id, unanswered));
});

const held = statement((reader, given: Given<Part>) => oldest(reader, given, sql`${submissions.held} = 1`));

interface Kind {
  readonly state: SubmissionState | undefined;
  readonly most: number;
  readonly read: (reader: Reader, part: Part) => SubmissionRow[];
}

interface Found {
  readonly row: SubmissionRow;
}
const rowsOf = (found: readonly Found[]): SubmissionRow[] => found.map(({ row }) => row);

const statements = {
  screening: ofState('screening'),
  revision: ofState('revision'),
  settle: inReview(0),
  reviewing: inReview(1),
  write: accepted('null'),
  offered: accepted('not null'),
  merge: publishing(seenTo),
  underWay: publishing(sql`not ${seenTo}`),
};

/** Everything that waits, by what it waits for, each along an index of its own, so that nothing hides behind the rest. */
const kinds = {
  screening: { state: 'screening', most: MOST_TO_DO, read: (r, p) => statements.screening(r).all(p) },
  settle: { state: 'in_review', most: MOST_TO_DO, read: (r, p) => rowsOf(statements.settle(r).all(p)) },
  second: { state: undefined, most: MOST_OF_THE_RARE, read: (r, p) => rowsOf(toSecond(r).all(p)) },
  write: { state: 'accepted', most: MOST_TO_DO, read: (r, p) => statements.write(r).all(p) },
  merge: { state: 'publishing', most: MOST_TO_DO, read: (r, p) => statements.merge(r).all(p) },
  appealed: { state: 'rejected', most: MOST_OF_THE_RARE, read: (r, p) => appealed(r).all(p) },
  held: { state: undefined, most: MOST_OF_THE_RARE, read: (r, p) => held(r).all(p) },
  reviewing: { state: 'in_review', most: MOST_TO_AWAIT, read: (r, p) => rowsOf(statements.reviewing(r).all(p)) },
  revision: { state: 'revision', most: MOST_TO_AWAIT, read: (r, p) => statements.revision(r).all(p) },
  offered: { state: 'accepted', most: MOST_TO_AWAIT, read: (r, p) => statements.offered(r).all(p) },
  underWay: { state: 'publishing', most: MOST_TO_AWAIT, read: (r, p) => statements.underWay(r).all(p) },
} as const satisfies Record<string, Kind>;

export type WaitingKind = keyof typeof kinds;

export interface WaitingCases {
  readonly rows: readonly SubmissionRow[];
  /** Kinds of which there are more than these, with the state that lists them all; undefined where no state does. */
  readonly more: ReadonlyMap<WaitingKind, SubmissionState | undefined>;
}

/** Cases that wait for anybody, the oldest of each kind. A fixed number of reads. */
export function waitingCases(reader: Reader, listing: Listing): WaitingCases {
  const rows = new Map<string, SubmissionRow>();
  const more = new Map<WaitingKind, SubmissionState | undefined>();
  for (const [name, { state, most, read }] of Object.entries(kinds) as [WaitingKind, Kind][]) {
    const found = read(reader, { ...listing, limit: most + 1 });
    if (found.length > most) more.set(name, state);
    for (const row of found.slice(0, most)) rows.set(row.id, row);
  }
  return { rows: [...rows.values()], more };
}
