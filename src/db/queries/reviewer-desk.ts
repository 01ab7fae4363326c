import { and, eq, gt, type SQL } from 'drizzle-orm';
import { nextAssignment } from '../../domain/assignment/assignment.ts';
import { doorOf, type Door } from '../../domain/assignment/door.ts';
import type { AssignmentId, PersonId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { answersFor } from '../../domain/module/visible-answers.ts';
import { emptyReview, type ReviewDraft } from '../../domain/review/review.ts';
import { toAssignment } from '../assignment-store.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import { findReviewDraft, latestReview } from '../review-store.ts';
import { assignmentBrowsers, assignments, people, rounds, submissions, versions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/**
 * An assignment as its reviewer may know it. Nothing here says who wrote the practice, who else reviews it or how many:
 * the columns that would are not read at all.
 */
export interface ReviewersAssignment {
  readonly id: AssignmentId;
  readonly personId: PersonId;
  /** The rubric and form that the round is pinned to. */
  readonly definition: ModuleDefinition;
  readonly door: Door;
  readonly respondBy: Date;
  readonly reviewDue: Date | undefined;
  readonly mayExtend: boolean;
  /** What a curator asked to be mended when the review was given back. */
  readonly returnedNote: string | undefined;
}

/** The practice without its writer: what the form shows to reviewers, of the version that the round is about. */
export interface BlindedPractice {
  readonly answers: Answers;
}

/** The reviewer's own text, and how much of it was sent. */
export interface OwnReview {
  readonly draft: ReviewDraft;
  readonly savedAt: Date | undefined;
  readonly sent: { readonly version: number; readonly answers: ReviewDraft; readonly at: Date } | undefined;
}

const assignmentWhere = (reader: Reader, which: SQL) =>
  reader
    .select({
      row: assignments,
      closedAt: rounds.closedAt,
      commit: rounds.definitionCommit,
      module: submissions.module,
      state: submissions.state,
      held: submissions.held,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(submissions, eq(submissions.id, assignments.submissionId))
    .where(which);

const byLink = statement((reader, { linkHash }: Given<{ linkHash: string }>) =>
  assignmentWhere(reader, eq(assignments.linkHash, linkHash)),
);

const byId = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  assignmentWhere(reader, eq(assignments.id, id)),
);

export const assignmentOfLink = (reader: Reader, linkHash: string, now: Date): ReviewersAssignment | undefined =>
  known(reader, byLink(reader).get({ linkHash }), now);

export const assignmentOf = (reader: Reader, id: AssignmentId, now: Date): ReviewersAssignment | undefined =>
  known(reader, byId(reader).get({ id }), now);

type Found = ReturnType<ReturnType<typeof byId>['get']>;

function known(reader: Reader, found: Found, now: Date): ReviewersAssignment | undefined {
  if (found === undefined) return undefined;
  const { row, state, held } = found;
  const definition = pinnedDefinition(reader, found.module, found.commit);
  const respondBy = new Date(row.respondBy);
  const facts = { status: row.status, respondBy, roundClosed: found.closedAt !== null, state, held };
  return {
    id: row.id,
    personId: row.personId,
    definition,
    door: doorOf(facts, now),
    respondBy,
    reviewDue: row.reviewDue === null ? undefined : new Date(row.reviewDue),
    mayExtend: nextAssignment(toAssignment(row), { move: 'extend' }, now, definition.policy).ok,
    returnedNote: row.status === 'accepted' ? (row.returnedNote ?? undefined) : undefined,
  };
}

const knownBrowser = statement((reader, { hash, id, now }: Given<{ hash: string; id: AssignmentId; now: string }>) =>
  reader
    .select({ id: assignmentBrowsers.assignmentId })
    .from(assignmentBrowsers)
    .where(
      and(
        eq(assignmentBrowsers.hash, hash),
        eq(assignmentBrowsers.assignmentId, id),
        gt(assignmentBrowsers.expiresAt, now),
      ),
    ),
);

/** Is this a browser in which the reviewer accepted, or typed a code? `hash` is keyed by browser and assignment. */
export function isKnownBrowser(reader: Reader, hash: string, id: AssignmentId, now: Date): boolean {
  return knownBrowser(reader).get({ hash, id, now: now.toISOString() }) !== undefined;
}

const reviewedAnswers = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  reader
    .select({ answers: versions.answers })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(versions, and(eq(versions.submissionId, rounds.submissionId), eq(versions.number, rounds.version)))
    .where(eq(assignments.id, id)),
);

/** Passes through `answersFor`, the form's allow-list, and through nothing else. */
export function blindedPractice(reader: Reader, { id, definition }: ReviewersAssignment): BlindedPractice {
  const found = reviewedAnswers(reader).get({ id });
  return { answers: answersFor(definition, found?.answers ?? {}, 'reviewers') };
}

export function ownReview(reader: Reader, id: AssignmentId): OwnReview {
  const draft = findReviewDraft(reader, id);
  const sent = latestReview(reader, id);
  return {
    draft: draft?.answers ?? emptyReview,
    savedAt: draft === undefined ? undefined : new Date(draft.savedAt),
    sent: sent && { version: sent.number, answers: sent.answers, at: new Date(sent.submittedAt) },
  };
}

const emailOf = statement((reader, { personId }: Given<{ personId: PersonId }>) =>
  reader.select({ email: people.email }).from(people).where(eq(people.id, personId)),
);

/** Where the code for a further browser goes: the reviewer's own address, which the page shows masked. */
export function addressOf(reader: Reader, personId: PersonId): string {
  return emailOf(reader).get({ personId })?.email ?? '';
}
