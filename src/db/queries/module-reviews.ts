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
const MOST_REVIEWS = 300;

const written = statement((reader, { module }: Given<{ module: ModuleId }>) =>
  reader
    .select({
      roundId: rounds.id,
      commit: rounds.definitionCommit,
      personId: assignments.personId,
      assignmentId: assignments.id,
      answers: reviews.answers,
    })
    .from(reviews)
    .innerJoin(assignments, eq(assignments.id, reviews.assignmentId))
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(submissions, eq(submissions.id, rounds.submissionId))
    .where(and(eq(submissions.module, module), eq(assignments.status, 'submitted')))
    .orderBy(desc(rounds.openedAt), desc(reviews.number))
    .limit(MOST_REVIEWS),
);

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
