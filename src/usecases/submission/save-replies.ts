import { answerRequest, requestsOf } from '../../db/request-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { cleanText } from '../../domain/module/clean-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { ownCaseFor } from './own-case.ts';

/** What was said to one request; `kind` is missing while nothing was chosen yet. */
export interface Reply {
  readonly requestId: string;
  readonly kind: 'done' | 'not_possible' | undefined;
  readonly text: string;
}

/** Keeps the replies to what was asked, finished or not; they go out with the mended text. */
export function saveReplies(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId; replies: readonly Reply[] },
): Result<'kept', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'answer');
  if (!found.ok) return found;
  const at = unit.clock.now().toISOString();
  for (const { id } of requestsOf(unit.tx, input.submissionId, found.value.seen.version)) {
    const reply = input.replies.find(({ requestId }) => requestId === id);
    if (reply === undefined) continue;
    answerRequest(unit.tx, id, { kind: reply.kind ?? null, text: cleanText(reply.text).trim(), at });
  }
  return ok('kept');
}
