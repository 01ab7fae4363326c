import { appendHistory, historyOf } from '../../db/history-store.ts';
import { cancelJob } from '../../db/outbox.ts';
import { updatePublication } from '../../db/publication-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { publishKey } from './queue-publication.ts';

/**
 * The change ended unmerged, by whomever. A case that was on its way goes back to its curators, who owe the next move;
 * a second change is never made by itself. May run twice.
 */
export function recordClosing(unit: Pick<Unit, 'tx' | 'clock'>, input: { publicationId: PublicationId }): void {
  const { publication, submission, wanted } = publicationAtHand(unit, input.publicationId);
  if (publication.state === 'closed' || publication.state === 'merged') return;
  const now = unit.clock.now();
  const at = now.toISOString();
  updatePublication(unit.tx, publication, { state: 'closed', endedAt: at, trouble: null });
  cancelJob(unit.tx, publishKey(publication), now);
  const body = { publication: publication.id, number: publication.number };
  // Whoever asked here for the closing stands in the history already.
  const asked = historyOf(unit.tx, submission.id).some(
    (row) => row.act === 'change_closed' && row.body['publication'] === publication.id,
  );
  if (!asked) appendHistory(unit.tx, { at, actor: 'service', act: 'change_closed', object: submission.id, body });
  const onItsWay = publication.purpose === 'publish' ? submission.state === 'publishing' : wanted;
  if (!onItsWay) return;
  if (publication.purpose === 'publish') {
    const facts = { pageOfferedAt: null };
    const moved = moveSubmission(unit, { seen: submission, move: 'bounce', actor: { kind: 'service' }, facts, body });
    if (!moved.ok) throw new Error(`A closed change could not be written down: ${moved.refusal.kind}`);
  }
  alertCurators(unit, submission, 'bounced', publication.id);
}
