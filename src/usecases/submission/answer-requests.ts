import { typedAnswers } from '../../db/queries/own-submission.ts';
import { requestsOf, type RequestRow } from '../../db/request-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { unanswered, type RequestAnswer } from '../../domain/submission/requests.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { holdIfRisky } from '../safety/hold-if-risky.ts';
import type { Unit } from '../unit.ts';
import { freezeVersion } from './freeze-version.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCaseFor } from './own-case.ts';
import { namedPageProblems } from './named-page-problems.ts';
import { readyToSend, type SendingInput } from './ready-to-send.ts';

/**
 * Sends the mended text: every request that must be answered is, the same checks as at first, and the next version is
 * frozen. A second press finds the case in screening and is recognised by `sendSubmission`.
 */
export function answerRequests(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys' | 'random' | 'modules'>,
  actor: Actor,
  input: SendingInput & { submissionId: SubmissionId },
): Result<'sent', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'answer');
  if (!found.ok) return found;
  const { seen } = found.value;
  const definition = unit.modules.current(seen.module);
  if (definition === undefined) return refuse({ kind: 'module_unavailable' });
  const answers = { ...typedAnswers(unit.tx, seen.id), ...input.confirmations };
  const asked = requestsOf(unit.tx, seen.id, seen.version);
  if (unanswered(asked.map(toRequest)).length > 0) return refuse({ kind: 'guard', guard: 'requests_open' });
  const unknown = namedPageProblems(unit, definition, answers);
  const ready = readyToSend(definition, answers, input, unit.clock.now().toISOString(), unknown);
  if (!ready.ok) return ready;
  const facts = freezeVersion(unit, seen, definition, answers, input);
  const version = seen.version + 1;
  const moved = moveSubmission(unit, { seen, move: 'answer', actor, facts, body: { version } });
  if (!moved.ok) throw new Error(`A revision could not be sent: ${moved.refusal.kind}`);
  alertCurators(unit, seen, 'revision_answered', String(version));
  holdIfRisky(unit, definition, seen.id, answers);
  return ok('sent');
}

function toRequest({ level, answerKind, answerText }: RequestRow): { level: 'must' | 'should'; answer: RequestAnswer } {
  if (answerKind === 'done') return { level, answer: { kind: 'done' } };
  if (answerKind === 'not_possible') return { level, answer: { kind: 'not_possible', because: answerText ?? '' } };
  return { level, answer: { kind: 'open' } };
}
