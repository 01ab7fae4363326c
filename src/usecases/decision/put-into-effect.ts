import { findDecision, setReleaseAt } from '../../db/decision-store.ts';
import { enqueue } from '../../db/outbox.ts';
import { closeRoundRow } from '../../db/round-store.ts';
import { theVersion } from '../../db/version-store.ts';
import { putWorkingCopy } from '../../db/working-copy-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { DecisionId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/module/definition.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Result } from '../../domain/result.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';

/** The key under which the letter of a decision waits. */
export const releaseKey = (id: DecisionId): string => `release_decision:${id}`;

/**
 * Makes the move of a decision that nobody has to agree to any more: the round closes, a revision gets its working
 * copy, and the letter waits for as long as it may be taken back. Answers `done` when all was well.
 */
export function putIntoEffect<T>(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  what: { decisionId: DecisionId; submission: SubmissionRow; policy: Pick<Policy, 'takeBackMinutes'> },
  done: { ok: true; value: T },
): Result<T, Refusal> {
  const decision = findDecision(unit.tx, what.decisionId);
  if (decision === undefined) throw new Error(`Decision ${what.decisionId} is not there`);
  const { submission } = what;
  const moved = moveSubmission(unit, {
    seen: submission,
    move: decision.outcome,
    actor,
    body: { decision: decision.id },
    facts: { pageOfferedAt: null },
  });
  // Nothing else can have moved it within this transaction; a fault rolls the decision back with it.
  if (!moved.ok) throw new Error(`The decision could not be put into effect: ${moved.refusal.kind}`);
  const now = unit.clock.now();
  if (decision.roundId !== null) closeRoundRow(unit.tx, decision.roundId, now.toISOString());
  if (decision.outcome === 'revise') {
    const { answers } = theVersion(unit.tx, submission.id, submission.version);
    putWorkingCopy(unit.tx, submission.id, answers, now.toISOString());
  }
  const runAfter = new Date(now.getTime() + what.policy.takeBackMinutes * 60_000);
  setReleaseAt(unit.tx, decision.id, runAfter.toISOString());
  enqueue(
    unit.tx,
    { kind: 'release_decision', decisionId: decision.id },
    { dedupeKey: releaseKey(decision.id), runAfter, now },
  );
  return done;
}
