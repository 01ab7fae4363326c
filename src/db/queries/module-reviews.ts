import { and, desc, eq } from 'drizzle-orm';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import type { Rubric } from '../../domain/module/rubric.ts';
import { countsForQuorum, type ReviewAnswers } from '../../domain/review/review.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, reviews, rounds, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** A review that counts, with its writer. */
export interface WrittenReview {
  readonly personId: PersonId;
  readonly review: ReviewAnswers;
}

/** Enough for figures that hold, and few enough to reckon while somebody waits. */
const MOST_ROUNDS = 120;

/**
 * A cross join keeps its order in SQLite: from the newest round on, as the index has them, so that the module's past
 * costs nothing.
 */
const written = statement((reader, { module }: Given<{ module: ModuleId }>) => {
  const newest = reader
    .select({ id: rounds.id, commit: rounds.definitionCommit, openedAt: rounds.openedAt })
    .from(rounds)
    .crossJoin(submissions)
    .where(and(eq(submissions.id, rounds.submissionId), eq(submissions.module, module)))
    .orderBy(desc(rounds.openedAt))
    .limit(MOST_ROUNDS)
    .as('newest');
  return reader
    .select({
      roundId: newest.id,
      commit: newest.commit,
      personId: assignments.personId,
      assignmentId: assignments.id,
      answers: reviews.answers,
    })
    .from(newest)
    .crossJoin(assignments)
    .crossJoin(reviews)
    .where(
      and(
        eq(assignments.roundId, newest.id),
        eq(assignments.status, 'submitted'),
        eq(reviews.assignmentId, assignments.id),
      ),
    )
    .orderBy(desc(newest.openedAt), desc(reviews.number));
});

/** The counting reviews of a module's newest rounds by one rubric, round by round: what agreement is reckoned from. */
export function moduleReviews(reader: Reader, module: ModuleId, rubric: Rubric): WrittenReview[][] {
  const rows = written(reader).all({ module });
  const same = byRubric(reader, module, rubric);
  const byRound = new Map<string, Map<string, WrittenReview>>();
  for (const { roundId, commit, personId, assignmentId, answers } of rows) {
    const review = answers as ReviewAnswers;
    if (!same(commit) || !countsForQuorum(rubric, review)) continue;
    const round = byRound.get(roundId) ?? new Map<string, WrittenReview>();
    // The newest version comes first and stays.
    if (!round.has(assignmentId)) round.set(assignmentId, { personId, review });
    byRound.set(roundId, round);
  }
  return [...byRound.values()].map((round) => [...round.values()]);
}

/** Whether a round that is pinned to a commit was judged by this rubric; each commit is read once. */
function byRubric(reader: Reader, module: ModuleId, { id, version }: Rubric): (commit: string) => boolean {
  const known = new Map<string, boolean>();
  return (commit) => {
    const before = known.get(commit);
    if (before !== undefined) return before;
    const { rubric } = pinnedDefinition(reader, module, commit);
    const same = rubric.id === id && rubric.version === version;
    known.set(commit, same);
    return same;
  };
}
