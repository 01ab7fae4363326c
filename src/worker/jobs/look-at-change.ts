import type { PublicationId } from '../../domain/ids.ts';
import { BranchTaken } from '../../domain/publication/forge-faults.ts';
import type { Change } from '../../ports/forge.ts';
import { changeRequestOf } from '../../usecases/publication/change-request-of.ts';
import { publicationAtHand, type PublicationAtHand } from '../../usecases/publication/publication-at-hand.ts';
import { recordSight } from '../../usecases/publication/record-sight.ts';
import type { JobHandler } from '../run-worker.ts';
import type { WorkerDeps } from '../worker-deps.ts';
import { watched } from './forge-work.ts';

export const runLookAtChange: JobHandler<'look_at_change'> = async (deps, { publicationId }, _claimed, signal) => {
  await watched(deps, publicationId, () => lookAtChange(deps, publicationId, signal));
  return 'done';
};

/** Writes down what the forge says of an open change. Whatever of it was lost there is made again from the database. */
export async function lookAtChange(deps: WorkerDeps, publicationId: PublicationId, signal: AbortSignal): Promise<void> {
  const at = publicationAtHand({ tx: deps.db }, publicationId);
  if (at.publication.state !== 'open') return;
  const { change, isOurs } = await sight(deps, at, signal);
  // A merge that died half-way, or was made by hand, has left its branch: an ended change is only tidied up by this.
  if (change?.state === 'merged') await deps.forgeOf(at.submission.module).close(at.publication.branch, signal);
  await deps.write((unit) => {
    recordSight(unit, { publicationId, change, isOurs });
  });
}

interface Sight {
  readonly change: Change | undefined;
  /** Whether the forge has vouched that its head is a commit of this publication. */
  readonly isOurs: boolean;
}

/**
 * A change that is still wanted is asked for, which finds it or mends it; any other is only looked at. One that conflicts
 * is laid over today's default branch, by a further commit and only where all commits on it are ours: whoever merges then
 * sees what of somebody else's it takes the place of.
 */
async function sight(deps: WorkerDeps, at: PublicationAtHand, signal: AbortSignal): Promise<Sight> {
  const { publication, submission, wanted } = at;
  const forge = deps.forgeOf(submission.module);
  const find = async (): Promise<Sight> => ({
    change: await forge.findChange(publication.branch, signal),
    isOurs: false,
  });
  if (!wanted || (submission.held && publication.purpose === 'publish')) return find();
  try {
    const request = changeRequestOf(deps.db, publication);
    const { change } = await forge.ensureChange(request, signal);
    const isStuck = change.state === 'open' && change.mergeable === 'conflict';
    return { change: isStuck ? await forge.rebuildChange(request, signal) : change, isOurs: true };
  } catch (error) {
    if (error instanceof BranchTaken) return find();
    throw error;
  }
}
