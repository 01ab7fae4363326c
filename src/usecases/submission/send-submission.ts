import { typedAnswers } from '../../db/queries/own-submission.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { holdIfRisky } from '../safety/hold-if-risky.ts';
import type { Unit } from '../unit.ts';
import { bodyHash, freezeVersion } from './freeze-version.ts';
import { moveSubmission } from './move-submission.ts';
import { ownCase } from './own-case.ts';
import { namedPageProblems } from './named-page-problems.ts';
import { readyToSend, type SendingInput } from './ready-to-send.ts';

/**
 * Sends a draft: freezes version 1, tells the curators, and stops it for safety where its own answers say so. Sent
 * again with the same words, because the answer never came, it is the same submission; with others it is refused.
 */
export function sendSubmission(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys' | 'random' | 'modules'>,
  actor: Actor,
  input: SendingInput & { submissionId: SubmissionId },
): Result<'sent' | 'sent_before', Refusal> {
  const found = ownCase(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { seen } = found.value;
  const definition = unit.modules.current(seen.module);
  if (definition === undefined) return refuse({ kind: 'module_unavailable' });
  const answers = { ...typedAnswers(unit.tx, seen.id), ...input.confirmations };
  if (seen.state !== 'draft') {
    return seen.sentHash === bodyHash(unit, answers) ? ok('sent_before') : refuse({ kind: 'sent_differently' });
  }
  const unknown = namedPageProblems(unit, definition, answers);
  const ready = readyToSend(definition, answers, input, unit.clock.now().toISOString(), unknown);
  if (!ready.ok) return ready;
  const facts = freezeVersion(unit, seen, definition, answers, input);
  const moved = moveSubmission(unit, { seen, move: 'send', actor, facts, body: { version: 1 } });
  if (!moved.ok) throw new Error(`A draft could not be sent: ${moved.refusal.kind}`);
  alertCurators(unit, seen, 'new_case', '1');
  holdIfRisky(unit, definition, seen.id, answers);
  return ok('sent');
}
