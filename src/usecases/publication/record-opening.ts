import { appendHistory } from '../../db/history-store.ts';
import { updatePublication } from '../../db/publication-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { queueClosing } from './queue-closing.ts';

/** The change stands on the forge. A case that was withdrawn in the same moment has it closed again. May run twice. */
export function recordOpening(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { publicationId: PublicationId; changeNumber: number; head: string },
): void {
  const { publication, submission, wanted } = publicationAtHand(unit, input.publicationId);
  if (publication.state === 'closed') queueClosing(unit, publication);
  if (publication.state !== 'queued') return;
  const now = unit.clock.now();
  const at = now.toISOString();
  const { changeNumber, head } = input;
  updatePublication(unit.tx, publication, { state: 'open', changeNumber, head, openedAt: at, trouble: null });
  appendHistory(unit.tx, {
    at,
    actor: 'service',
    act: 'change_opened',
    object: submission.id,
    body: { publication: publication.id, number: publication.number, change: changeNumber },
  });
  if (!wanted) queueClosing(unit, publication);
}
