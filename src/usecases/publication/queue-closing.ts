import { enqueue } from '../../db/outbox.ts';
import type { PublicationRow } from '../../db/publication-store.ts';
import type { Unit } from '../unit.ts';

/** Queues that a change which nobody wants any more is closed, should it stand on the forge in spite of that. */
export function queueClosing(
  { tx, clock }: Pick<Unit, 'tx' | 'clock'>,
  { id, branch, state }: Pick<PublicationRow, 'id' | 'branch' | 'state'>,
): void {
  const now = clock.now();
  // The closing that was asked for may have come too early to find anything.
  const dedupeKey = state === 'closed' ? `close:${branch}:late` : `close:${branch}`;
  enqueue(tx, { kind: 'close_change', publicationId: id }, { dedupeKey, runAfter: now, now });
}
