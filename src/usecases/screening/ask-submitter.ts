import { theVersion } from '../../db/version-store.ts';
import { putWorkingCopy } from '../../db/working-copy-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { caseForMove } from '../decision/case-for.ts';
import { insertAsked, type AskedRequest } from '../decision/insert-asked.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';

export interface AskInput {
  readonly submissionId: SubmissionId;
  /** The revision of the case that the curator was looking at. */
  readonly revision: number;
  readonly requests: readonly AskedRequest[];
}

/** Sends a case back to its submitter before review, with what is asked point by point. */
export function askSubmitter(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: AskInput,
): Result<'asked', Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'ask');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  if (seen.revision !== input.revision) return refuse({ kind: 'changed_meanwhile' });
  const requests = input.requests.filter(({ text }) => text.trim() !== '');
  if (requests.length === 0) return refuse({ kind: 'guard', guard: 'requests_missing' });
  const moved = moveSubmission(unit, { seen, move: 'ask', actor, body: { requests: requests.length } });
  if (!moved.ok) return moved;
  insertAsked(unit, { submission: seen, decisionId: null, askedBy: staff.personId, requests });
  const { answers } = theVersion(unit.tx, seen.id, seen.version);
  putWorkingCopy(unit.tx, seen.id, answers, unit.clock.now().toISOString());
  const about = `ask:${String(seen.version)}`;
  enqueueLetter(unit, { name: 'news', submissionId: seen.id, about }, `${seen.id}:${about}`);
  return ok('asked');
}
