import { shownState } from '../../db/queries/shown-state.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { isSubmitterOf } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Move, SubmissionState } from '../../domain/submission/state.ts';
import { nextState } from '../../domain/submission/state.ts';
import type { Unit } from '../unit.ts';

export interface OwnCase {
  readonly seen: SubmissionRow;
  /** The state the submitter reads: while the letter of a decision waits, the one before it. */
  readonly shown: SubmissionState;
}

/** The case that a receipt opened; nobody else's. */
export function ownCase(unit: Pick<Unit, 'tx'>, actor: Actor, id: SubmissionId): Result<OwnCase, Refusal> {
  const seen = findSubmission(unit.tx, id);
  if (seen === undefined) return refuse({ kind: 'not_found' });
  const allowed = isSubmitterOf(actor, { submissionId: seen.id, module: seen.module, partTakers: [] });
  return allowed ? ok({ seen, shown: shownState(unit.tx, seen) }) : refuse({ kind: 'not_found' });
}

/**
 * The same for a move of the submitter: it must be allowed in the state that the submitter was shown and in the real
 * one, or a decision would be answered before it was told.
 */
export function ownCaseFor(
  unit: Pick<Unit, 'tx'>,
  actor: Actor,
  id: SubmissionId,
  move: Move,
): Result<OwnCase, Refusal> {
  const found = ownCase(unit, actor, id);
  if (!found.ok) return found;
  const { seen, shown } = found.value;
  const asShown = nextState({ state: shown, held: seen.held }, move);
  if (!asShown.ok) return asShown;
  const really = nextState(seen, move);
  return really.ok ? found : really;
}
