import { appendHistory } from '../../db/history-store.ts';
import { enqueue, reviveJob } from '../../db/outbox.ts';
import { latestPublication, updatePublication, type ChangeRow } from '../../db/publication-store.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { mayCurate, maySeeCase } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { partTakers } from '../../db/queries/part-takers.ts';
import type { Unit } from '../unit.ts';
import { publishKey } from './queue-publication.ts';

/** A curator presses merge. The forge is asked by a job; what it says is recorded when it has said it. */
export function askMerge(
  unit: Pick<Unit, 'tx' | 'clock' | 'modules'>,
  actor: Actor,
  input: { submissionId: SubmissionId; head: string },
): Result<'asked', Refusal> {
  const found = openChange(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { submission, publication } = found.value;
  // Safety may stop a page and take one down, not put one online.
  if (publication.purpose === 'publish' && !mayCurate(actor, submission.module))
    return refuse({ kind: 'not_permitted' });
  if (submission.held && publication.purpose === 'publish') return refuse({ kind: 'on_hold', move: 'land' });
  // A withdrawn case may still have a change that waits to be closed.
  const wanted = publication.purpose === 'publish' ? 'publishing' : 'published';
  if (submission.state !== wanted) return refuse({ kind: 'move_not_allowed', move: 'land', state: submission.state });
  if (unit.modules.current(submission.module)?.policy.merge !== 'service') return refuse({ kind: 'not_permitted' });
  // The button stood under a certain text; another head is another text.
  if (publication.head !== input.head) return refuse({ kind: 'changed_meanwhile' });
  const now = unit.clock.now();
  const dedupeKey = `merge:${publication.branch}:${now.toISOString()}`;
  enqueue(unit.tx, { kind: 'merge_change', publicationId: publication.id }, { dedupeKey, runAfter: now, now });
  return ok('asked');
}

/** A curator closes the change without merging and says why; the case comes back to be offered again. */
export function askClose(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId; reason: string },
): Result<'asked', Refusal> {
  const found = openChange(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { submission, publication } = found.value;
  const reason = input.reason.trim();
  if (reason === '') return refuse({ kind: 'guard', guard: 'reason_too_short' });
  updatePublication(unit.tx, publication, { closeReason: reason });
  closeChange(unit, actor, submission, publication);
  return ok('asked');
}

/** Somebody wants to know how a change stands now: it is looked at by itself, and one that waits to be made is tried now. */
export function askLook(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'asked', Refusal> {
  const found = openChange(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { publication } = found.value;
  const now = unit.clock.now();
  if (publication.state === 'queued') reviveJob(unit.tx, publishKey(publication), now);
  else {
    const dedupeKey = `look:${publication.branch}:${now.toISOString()}`;
    enqueue(unit.tx, { kind: 'look_at_change', publicationId: publication.id }, { dedupeKey, runAfter: now, now });
  }
  return ok('asked');
}

/** A curator has seen what somebody else put into the practice's folder, and wants the approved page in its place. */
export function askOver(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'asked', Refusal> {
  const found = openChange(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { submission, publication } = found.value;
  if (!mayCurate(actor, submission.module)) return refuse({ kind: 'not_permitted' });
  if (submission.held) return refuse({ kind: 'on_hold', move: 'land' });
  if (publication.trouble !== 'folder_taken') return refuse({ kind: 'changed_meanwhile' });
  const now = unit.clock.now();
  const job = { kind: 'publish', publicationId: publication.id, over: true } as const;
  if (!reviveJob(unit.tx, publishKey(publication), now, job)) return refuse({ kind: 'changed_meanwhile' });
  updatePublication(unit.tx, publication, { trouble: null });
  appendHistory(unit.tx, {
    at: now.toISOString(),
    actor: actorName(actor),
    act: 'change_insisted',
    object: submission.id,
    body: { publication: publication.id },
  });
  return ok('asked');
}

/** Queues the closing of a change, for a withdrawal too. */
export function closeChange(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  submission: SubmissionRow,
  publication: ChangeRow,
): void {
  const now = unit.clock.now();
  const dedupeKey = `close:${publication.branch}`;
  enqueue(unit.tx, { kind: 'close_change', publicationId: publication.id }, { dedupeKey, runAfter: now, now });
  appendHistory(unit.tx, {
    at: now.toISOString(),
    actor: actorName(actor),
    act: 'change_closed',
    object: submission.id,
    body: { publication: publication.id },
  });
}

function openChange(
  unit: Pick<Unit, 'tx'>,
  actor: Actor,
  submissionId: SubmissionId,
): Result<{ submission: SubmissionRow; publication: ChangeRow }, Refusal> {
  const submission = findSubmission(unit.tx, submissionId);
  if (submission === undefined) return refuse({ kind: 'not_found' });
  const ref = { submissionId, module: submission.module, partTakers: partTakers(unit.tx, submissionId) };
  if (!maySeeCase(actor, ref)) return refuse({ kind: 'not_found' });
  const publication = latestPublication(unit.tx, submissionId);
  if (publication?.state !== 'open' && publication?.state !== 'queued') {
    return refuse({ kind: 'guard', guard: 'change_not_open' });
  }
  return ok({ submission, publication });
}
