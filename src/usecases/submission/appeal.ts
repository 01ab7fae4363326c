import { findAppeal, insertAppeal } from '../../db/appeal-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { cleanText } from '../../domain/module/clean-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { addDays, dayOf } from '../../domain/submission/days.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCaseFor } from './own-case.ts';

/** Asks once, within the module's days, that somebody else looks at a rejection again. */
export function appeal(
  unit: Pick<Unit, 'tx' | 'clock' | 'modules'>,
  actor: Actor,
  input: { submissionId: SubmissionId; text: string },
): Result<'appealed', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'appeal');
  if (!found.ok) return found;
  const { seen } = found.value;
  const policy = unit.modules.current(seen.module)?.policy;
  if (policy === undefined) return refuse({ kind: 'module_unavailable' });
  if (findAppeal(unit.tx, seen.id) !== undefined) return refuse({ kind: 'guard', guard: 'appealed_before' });
  const now = unit.clock.now();
  const last = addDays(dayOf(new Date(seen.stateEnteredAt), policy.timeZone), policy.appealDays);
  if (dayOf(now, policy.timeZone) > last) return refuse({ kind: 'too_late' });
  const text = cleanText(input.text).trim();
  if (text === '') return refuse({ kind: 'guard', guard: 'words_missing' });
  const moved = moveSubmission(unit, { seen, move: 'appeal', actor });
  if (!moved.ok) return moved;
  insertAppeal(unit.tx, { submissionId: seen.id, text, at: now.toISOString() });
  alertCurators(unit, seen, 'appealed', '1');
  return ok('appealed');
}
