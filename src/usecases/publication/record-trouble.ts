import { updatePublication } from '../../db/publication-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';

/** Something stands in the way of a change: a code of `ChangeTrouble`, or the forge's own words. */
export function recordTrouble(unit: Pick<Unit, 'tx'>, input: { publicationId: PublicationId; trouble: string }): void {
  const { publication } = publicationAtHand(unit, input.publicationId);
  if (publication.state !== 'queued' && publication.state !== 'open') return;
  updatePublication(unit.tx, publication, { trouble: input.trouble });
}
