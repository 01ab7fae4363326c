import { findAssignment, toAssignment, type AssignmentRow } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { findRound, type RoundRow } from '../../db/round-store.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { Assignment } from '../../domain/assignment/assignment.ts';
import { doorOf, type Door, type ShutDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { mayReview } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';

/** An assignment with everything that a move of it looks at. The definition is the one that its round is pinned to. */
export interface AssignmentAtHand {
  readonly row: AssignmentRow;
  readonly assignment: Assignment;
  readonly round: RoundRow;
  readonly submission: SubmissionRow;
  readonly definition: ModuleDefinition;
  readonly door: Door;
}

/** The assignment is not open for this: over, or paused. For reviewers, who are told no more than that. */
export interface AssignmentShut {
  readonly kind: 'assignment_shut';
  readonly door: ShutDoor;
}

export function assignmentAtHand(reader: Reader, id: AssignmentId, now: Date): AssignmentAtHand | undefined {
  const row = findAssignment(reader, id);
  const round = row && findRound(reader, row.roundId);
  const submission = row && findSubmission(reader, row.submissionId);
  if (row === undefined || round === undefined || submission === undefined) return undefined;
  const facts = {
    status: row.status,
    respondBy: new Date(row.respondBy),
    roundClosed: round.closedAt !== null,
    state: submission.state,
    held: submission.held,
  };
  return {
    row,
    assignment: toAssignment(row),
    round,
    submission,
    definition: pinnedDefinition(reader, submission.module, round.definitionCommit),
    door: doorOf(facts, now),
  };
}

/** The assignment of this reviewer; anybody else's is not there. */
export function ownAssignment(
  reader: Reader,
  actor: Actor,
  id: AssignmentId,
  now: Date,
): Result<AssignmentAtHand, Refusal> {
  const found = mayReview(actor, id) ? assignmentAtHand(reader, id, now) : undefined;
  return found === undefined ? refuse({ kind: 'not_found' }) : ok(found);
}
