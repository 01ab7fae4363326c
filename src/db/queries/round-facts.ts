import { desc, eq, inArray } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { risksOf } from '../../domain/decision/decision.ts';
import { textsIn } from '../../domain/module/texts-in.ts';
import type { Rubric } from '../../domain/module/rubric.ts';
import { advise, type Advice, type AdviceInput } from '../../domain/review/advice.ts';
import { alarmsOf } from '../../domain/review/alarms.ts';
import { factsOf, type Facts } from '../../domain/review/advice-facts.ts';
import type { GateAnswers, ReviewAnswers } from '../../domain/review/review.ts';
import { standingOf, type Place, type Standing } from '../../domain/round/standing.ts';
import { assignmentsOfRound, toAssignment, type AssignmentRow } from '../assignment-store.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import { findScreening, latestRound, type RoundRow } from '../round-store.ts';
import { holds, reviews } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { theVersion } from '../version-store.ts';

/** What the newest round of a case amounts to. */
export interface RoundFacts {
  readonly round: RoundRow;
  readonly definition: ModuleDefinition;
  readonly answers: Answers;
  readonly assignments: readonly AssignmentRow[];
  readonly places: readonly Place[];
  readonly reviews: readonly ReviewAnswers[];
  readonly standing: Standing;
  readonly advice: Advice;
  readonly facts: Facts;
  readonly risks: readonly string[];
}

/** Words up to which an account is short enough for the lighter page of an example. */
const SHORT_WORDS = 1200;

/** Undefined while no round was opened. */
export function roundFacts(reader: Reader, submission: SubmissionRow, now: Date): RoundFacts | undefined {
  const round = latestRound(reader, submission.id);
  if (round === undefined) return undefined;
  const definition = pinnedDefinition(reader, submission.module, round.definitionCommit);
  const { answers } = theVersion(reader, submission.id, round.version);
  const assignments = assignmentsOfRound(reader, round.id);
  const places = placesOf(reader, assignments);
  const submitted = places.flatMap(({ review }) => review ?? []);
  const { rubric, policy } = definition;
  const standing = standingOf({ places, wanted: round.target, rubric, policy, now });
  const risks = risksOf(answers, policy.risk);
  const input: AdviceInput = {
    rubric,
    policy,
    screening: screeningGates(reader, submission.id, round.version),
    reviews: submitted,
    short: wordsIn(answers) <= SHORT_WORDS,
    safe: !risks.some((risk) => policy.risk.second.includes(risk)),
    safetyCleared: isCleared(reader, submission.id, round, alarming(assignments, places, rubric)),
  };
  const advice = advise(input);
  return {
    round,
    definition,
    answers,
    assignments,
    places,
    reviews: submitted,
    standing,
    advice,
    facts: factsOf(input),
    risks,
  };
}

/** Assignments with the newest version of each submitted review. */
export function placesOf(reader: Reader, assignments: readonly AssignmentRow[]): Place[] {
  const newest = newestReviews(reader, assignments);
  return assignments.map((row) => {
    const review = row.status === 'submitted' ? newest.get(row.id) : undefined;
    return { id: row.id, assignment: toAssignment(row), ...(review === undefined ? {} : { review }) };
  });
}

const reviewsOf = statement((reader, { ids }: Given<{ ids: string }>) =>
  reader
    .select({ assignmentId: reviews.assignmentId, answers: reviews.answers })
    .from(reviews)
    .where(inArray(reviews.assignmentId, listOf(ids)))
    .orderBy(reviews.number),
);

function newestReviews(reader: Reader, assignments: readonly AssignmentRow[]): Map<string, ReviewAnswers> {
  const ids = assignments.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = reviewsOf(reader).all({ ids: asList(ids) });
  return new Map(rows.map((row) => [row.assignmentId, row.answers as ReviewAnswers]));
}

function screeningGates(reader: Reader, submissionId: SubmissionId, version: number): GateAnswers {
  const gates = findScreening(reader, submissionId, version)?.gates ?? {};
  return Object.fromEntries(Object.entries(gates).map(([id, verdict]) => [id, { verdict }]));
}

/** Assignments whose review stops a case: a safety gate that is not passed, or a concern. */
function alarming(assignments: readonly AssignmentRow[], places: readonly Place[], rubric: Rubric): AssignmentRow[] {
  return assignments.filter((row) => {
    const review = places.find(({ id }) => id === row.id)?.review;
    return review !== undefined && alarmsOf(rubric, review).length > 0;
  });
}

const newestHold = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader
    .select({ liftedAt: holds.liftedAt })
    .from(holds)
    .where(eq(holds.submissionId, submissionId))
    .orderBy(desc(holds.raisedAt))
    .limit(1),
);

/** Safety has spoken after everything that raised a concern; a review without one, sent later, opens nothing again. */
function isCleared(
  reader: Reader,
  submissionId: SubmissionId,
  round: RoundRow,
  assignments: readonly AssignmentRow[],
): boolean {
  const lifted = newestHold(reader).get({ submissionId })?.liftedAt;
  if (lifted === undefined || lifted === null) return false;
  const screened = findScreening(reader, submissionId, round.version)?.at ?? round.openedAt;
  return [screened, ...assignments.map((row) => row.submittedAt ?? '')].every((at) => at <= lifted);
}

const wordsIn = (answers: Answers): number =>
  textsIn(answers).reduce((sum, text) => sum + text.split(/\s+/u).filter((word) => word !== '').length, 0);
