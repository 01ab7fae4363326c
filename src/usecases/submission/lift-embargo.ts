import { appendHistory } from '../../db/history-store.ts';
import { moveJob } from '../../db/outbox.ts';
import { latestPublication, updatePublication } from '../../db/publication-store.ts';
import { noteFacts } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { publishKey } from '../publication/queue-publication.ts';
import type { Unit } from '../unit.ts';
import { ownCase } from './own-case.ts';

/** The submitter need not wait any longer: a page that was approved goes on its way now. */
export function liftEmbargo(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'lifted', Refusal> {
  const found = ownCase(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { seen } = found.value;
  if (seen.embargoUntil === null) return refuse({ kind: 'changed_meanwhile' });
  const now = unit.clock.now();
  const at = now.toISOString();
  if (!noteFacts(unit.tx, seen, at, { embargoUntil: null })) return refuse({ kind: 'changed_meanwhile' });
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'embargo_lifted', object: seen.id, body: {} });
  const publication = latestPublication(unit.tx, seen.id);
  if (publication?.state === 'queued') {
    updatePublication(unit.tx, publication, { notBefore: null });
    moveJob(unit.tx, publishKey(publication), now);
  }
  return ok('lifted');
}
