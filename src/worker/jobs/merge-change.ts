import { changeRequestOf } from '../../usecases/publication/change-request-of.ts';
import { recordLanding } from '../../usecases/publication/record-landing.ts';
import { recordSight } from '../../usecases/publication/record-sight.ts';
import { recordTrouble } from '../../usecases/publication/record-trouble.ts';
import { wantsMerge, type MergeWanted } from '../../usecases/publication/wants-merge.ts';
import type { MergeOutcome } from '../../ports/forge.ts';
import type { JobHandler } from '../run-worker.ts';
import type { WorkerDeps } from '../worker-deps.ts';
import { record, watched } from './forge-work.ts';

/** A curator pressed merge. What the forge answers is written down; a refusal is shown in its own words. */
export const runMergeChange: JobHandler<'merge_change'> = async (deps, { publicationId }, claimed, signal) => {
  const wanted = await deps.write((unit) => wantsMerge(unit, { publicationId }));
  if (wanted === undefined) return 'cancelled';
  const outcome = await watched(deps, publicationId, () => mergeOnce(deps, wanted, signal));
  if (outcome.kind === 'merged') {
    return record(deps, claimed, (unit) => {
      recordLanding(unit, { publicationId, mergeCommit: outcome.commit });
    });
  }
  const { branch } = wanted.publication;
  const change = await watched(deps, publicationId, () => deps.forgeOf(wanted.module).findChange(branch, signal));
  return record(deps, claimed, (unit) => {
    if (outcome.kind === 'refused') recordTrouble(unit, { publicationId, trouble: outcome.words });
    recordSight(unit, { publicationId, change, isOurs: false });
  });
};

/**
 * Only its own folder is touched by a change, so a conflict means that this practice was changed in the repository
 * meanwhile; the page that its writer agreed to is laid over it once, and merged with what the curator saw in it.
 */
async function mergeOnce(deps: WorkerDeps, wanted: MergeWanted, signal: AbortSignal): Promise<MergeOutcome> {
  const { publication, head, module } = wanted;
  const forge = deps.forgeOf(module);
  const message = `Merge ${publication.branch}\n`;
  const outcome = await forge.merge(publication.branch, head, message, signal);
  if (outcome.kind !== 'conflict') return outcome;
  const rebuilt = await forge.rebuildChange(changeRequestOf(deps.db, publication), signal);
  await deps.write((unit) => {
    recordSight(unit, { publicationId: publication.id, change: rebuilt, isOurs: true });
  });
  return forge.merge(publication.branch, rebuilt.head, message, signal);
}
