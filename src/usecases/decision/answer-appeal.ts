import { answerAppealRow, findAppeal } from '../../db/appeal-store.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import { REASON_MINIMUM } from '../../domain/decision/decision.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { caseForMove } from './case-for.ts';

export interface AppealAnswer {
  readonly submissionId: SubmissionId;
  readonly outcome: 'reopened' | 'kept';
  /** What the submitter reads; needed to keep the rejection. */
  readonly text: string;
}

/** A curator who did not decide answers an appeal: screens the case again, or keeps the rejection and says why. */
export function answerAppeal(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: AppealAnswer,
): Result<AppealAnswer['outcome'], Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'reopen');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  const allowed = nextState(seen, 'reopen');
  if (!allowed.ok) return allowed;
  const appeal = findAppeal(unit.tx, seen.id);
  if (appeal?.answeredAt !== null) return refuse({ kind: 'changed_meanwhile' });
  const ruling = rulingDecision(unit.tx, seen.id);
  if (ruling?.decidedBy === staff.personId || ruling?.secondBy === staff.personId) {
    return refuse({ kind: 'guard', guard: 'second_person_needed' });
  }
  const text = input.text.trim();
  if (input.outcome === 'kept' && [...text].length < REASON_MINIMUM) {
    return refuse({ kind: 'guard', guard: 'reason_too_short' });
  }
  if (input.outcome === 'reopened') {
    const moved = moveSubmission(unit, { seen, move: 'reopen', actor });
    if (!moved.ok) return moved;
  }
  const at = unit.clock.now().toISOString();
  answerAppealRow(unit.tx, seen.id, {
    answeredBy: staff.personId,
    answeredAt: at,
    outcome: input.outcome,
    answerText: text,
  });
  enqueueLetter(unit, { name: 'news', submissionId: seen.id, about: 'appeal' }, `${seen.id}:appeal`);
  return ok(input.outcome);
}
