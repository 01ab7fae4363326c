import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { RoundId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, caseScores, people, submissions, type AssignmentStatus } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import { isListed, listedCase, type Listing } from './listed-cases.ts';

export const scoreOrders = ['score', 'spread'] as const;
export type ScoreOrder = (typeof scoreOrders)[number];

export interface ScoreFilter {
  readonly order: ScoreOrder;
  /** Undefined for cases of every state that have had a round. */
  readonly state: SubmissionState | undefined;
  /** The last case of the page before. */
  readonly after: ScorePlace | undefined;
}

/** Where in the list a case stands: by its figure in hundredths, -1 where it has none yet, and by its id. */
export interface ScorePlace {
  readonly figure: number;
  readonly id: SubmissionId;
}

export interface AskedReviewer {
  readonly label: string;
  readonly name: string;
  readonly status: AssignmentStatus;
}

export type ScoredCase = ReturnType<ReturnType<typeof found>['all']>[number] & {
  /** Who is asked, at work or done, by their letters. */
  readonly reviewers: readonly AskedReviewer[];
};

export interface ScorePage {
  readonly rows: readonly ScoredCase[];
  /** The place to go on after, while there is more. */
  readonly last: ScorePlace | undefined;
}

/** Before every case. */
const FIRST: ScorePlace = { figure: 10_001, id: '' as SubmissionId };

/** One page of the cases under or after review, the highest figure first. Two reads, however many cases there are. */
export function scorePage(reader: Reader, listing: Listing, filter: ScoreFilter, size: number): ScorePage {
  const { order, state, after = FIRST } = filter;
  const values = { ...listing, ...after, limit: size + 1 };
  const rows =
    state === undefined ? everyState[order](reader).all(values) : oneState[order](reader).all({ ...values, state });
  const shown = rows.slice(0, size);
  const end = shown.at(-1);
  const last = end === undefined || rows.length <= size ? undefined : { figure: end[order] ?? -1, id: end.id };
  return { rows: withReviewers(reader, shown), last };
}

interface Part extends Listing, ScorePlace {
  readonly limit: number;
}

/** A cross join keeps its order in SQLite: along the index of scores, and only as far as the page goes. */
const found = (reader: Reader, given: Given<Part>, order: ScoreOrder, ...conditions: SQL[]) => {
  const figure = order === 'score' ? caseScores.scoreOrder : caseScores.spreadOrder;
  return reader
    .select({
      ...listedCase,
      roundId: caseScores.roundId,
      wanted: caseScores.wanted,
      answered: caseScores.answered,
      score: caseScores.score,
      spread: caseScores.spread,
      said: caseScores.said,
      advice: caseScores.advice,
    })
    .from(caseScores)
    .crossJoin(submissions)
    .where(
      and(
        eq(caseScores.module, given.module),
        sql`(${figure}, ${caseScores.submissionId}) < (${given.figure}, ${given.id})`,
        eq(submissions.id, caseScores.submissionId),
        isListed(reader, given),
        ...conditions,
      ),
    )
    .orderBy(desc(figure), desc(caseScores.submissionId))
    .limit(given.limit);
};

const everyState = {
  score: statement((reader, given: Given<Part>) => found(reader, given, 'score')),
  spread: statement((reader, given: Given<Part>) => found(reader, given, 'spread')),
};

type OfState = Part & { readonly state: SubmissionState };
const inState = ({ state }: Given<OfState>): SQL => eq(caseScores.state, state);
const oneState = {
  score: statement((reader, given: Given<OfState>) => found(reader, given, 'score', inState(given))),
  spread: statement((reader, given: Given<OfState>) => found(reader, given, 'spread', inState(given))),
};

const asked = statement((reader, { rounds }: Given<{ rounds: string }>) =>
  reader
    .select({
      roundId: assignments.roundId,
      label: assignments.label,
      name: people.name,
      status: assignments.status,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(
      and(
        inArray(assignments.roundId, listOf(rounds)),
        inArray(assignments.status, ['invited', 'accepted', 'submitted']),
      ),
    )
    .orderBy(asc(assignments.label)),
);

function withReviewers<R extends { readonly roundId: RoundId }>(reader: Reader, rows: readonly R[]) {
  const byRound = new Map<RoundId, AskedReviewer[]>();
  for (const { roundId, ...reviewer } of asked(reader).all({ rounds: asList(rows.map(({ roundId }) => roundId)) }))
    byRound.set(roundId, [...(byRound.get(roundId) ?? []), reviewer]);
  return rows.map((row) => ({ ...row, reviewers: byRound.get(row.roundId) ?? [] }));
}
