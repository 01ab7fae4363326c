import { updatePublication } from '../../db/publication-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import type { Change } from '../../ports/forge.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { recordClosing } from './record-closing.ts';
import { recordLanding } from './record-landing.ts';

/** What is wrong with an open change, as a code that pages put into words. Anything else in its place is the forge's own words. */
export const troubles = ['conflict', 'edited', 'missing', 'branch_taken', 'folder_taken', 'leak'] as const;
export type ChangeTrouble = (typeof troubles)[number];

/**
 * Writes down what a change on the forge looks like now; undefined when it is not there. `isOurs`: its head is known to be
 * a commit of this publication. May run twice.
 */
export function recordSight(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { publicationId: PublicationId; change: Change | undefined; isOurs: boolean },
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
  // A head of this publication that the row does not have yet: it was rebuilt, and a crash came before the record.
  const head = input.isOurs && change !== undefined ? change.head : publication.head;
  const trouble = troubleOf(change, head) ?? standing(publication.trouble);
  if (trouble !== publication.trouble || head !== publication.head)
    updatePublication(unit.tx, publication, { trouble, head });
}

/** The forge's own words about a refusal stay until something is better known; a code is as old as the look before. */
const standing = (trouble: string | null): string | null =>
  troubles.some((code) => code === trouble) ? null : trouble;

function troubleOf(change: Change | undefined, ours: string | null): ChangeTrouble | null {
  if (change === undefined) return 'missing';
  if (change.head !== ours) return 'edited';
  return change.mergeable === 'conflict' ? 'conflict' : null;
}
