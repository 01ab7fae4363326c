import { insertHold, openHold } from '../../db/hold-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { isSafety, mayCurate } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { keepCaseScore } from '../round/keep-case-score.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';

export interface HoldInput {
  readonly submissionId: SubmissionId;
  /** In the words of whoever raises it; `rubric:<gate>` or `risk:<row>` when a rule does, `review:<gate>` for a reviewer. */
  readonly reason: string;
}

/**
 * Lays a safety stop over the case, whatever its state, and tells every safety person of the module. A case that is
 * held already stays held with its first reason. Also called by the service for a rule, and for a reviewer's concern.
 */
export function raiseHold(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: HoldInput,
): Result<'held' | 'already_held', Refusal> {
  const seen = findSubmission(unit.tx, input.submissionId);
  if (seen === undefined || !mayHold(actor, seen)) return refuse({ kind: 'not_found' });
  if (input.reason.trim() === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  if (openHold(unit.tx, seen.id) !== undefined) return ok('already_held');
  const moved = moveSubmission(unit, { seen, move: 'hold', actor, facts: { held: true } });
  if (!moved.ok) return moved;
  const id = unit.random.token(12);
  const raisedBy = actor.kind === 'staff' ? actor.personId : null;
  const raisedAt = unit.clock.now().toISOString();
  insertHold(unit.tx, { id, submissionId: seen.id, reason: input.reason.trim(), raisedBy, raisedAt });
  keepCaseScore(unit, seen.id);
  for (const person of peopleWithRole(unit.tx, seen.module, 'safety')) {
    const letter = { name: 'safety_alert', submissionId: seen.id, personId: person.id } as const;
    enqueueLetter(unit, letter, `${id}:${person.id}`);
  }
  return ok('held');
}

const mayHold = (actor: Actor, seen: SubmissionRow): boolean =>
  actor.kind === 'service' || mayCurate(actor, seen.module) || isSafety(actor, seen.module);
