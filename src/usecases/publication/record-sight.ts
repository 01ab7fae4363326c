import { updatePublication } from '../../db/publication-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import type { Change } from '../../ports/forge.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { recordClosing } from './record-closing.ts';
import { recordLanding } from './record-landing.ts';

/** What is wrong with an open change, as a code that pages put into words. Anything else in its place is the forge's own words. */
export type ChangeTrouble = 'conflict' | 'edited' | 'missing' | 'branch_taken' | 'leak';

/** Writes down what a change on the forge looks like now; undefined when it is not there. May run twice. */
export function recordSight(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { publicationId: PublicationId; change: Change | undefined },
): void {
  const { publicationId, change } = input;
  const { publication } = publicationAtHand(unit, publicationId);
  if (publication.state !== 'open') return;
  if (change?.state === 'merged') {
    recordLanding(unit, { publicationId, mergeCommit: change.mergeCommit ?? change.head });
    return;
  }
  if (change?.state === 'closed') {
    recordClosing(unit, { publicationId });
    return;
  }
  const trouble = troubleOf(change, publication.head);
  if (trouble !== publication.trouble) updatePublication(unit.tx, publication, { trouble });
}

function troubleOf(change: Change | undefined, ours: string | null): ChangeTrouble | null {
  if (change === undefined) return 'missing';
  if (change.head !== ours) return 'edited';
  return change.mergeable === 'conflict' ? 'conflict' : null;
}
