import { publicationToSee } from '../../db/queries/open-changes.ts';
import { recordClosing } from '../../usecases/publication/record-closing.ts';
import { recordLanding } from '../../usecases/publication/record-landing.ts';
import type { JobHandler } from '../run-worker.ts';
import { record, watched } from './forge-work.ts';

/** Closing is allowed under a hold and after a withdrawal. What was merged meanwhile stays merged, and is told. */
export const runCloseChange: JobHandler<'close_change'> = async (deps, { publicationId }, claimed, signal) => {
  const { branch, module } = publicationToSee(deps.db, publicationId);
  const forge = deps.forgeOf(module);
  await watched(deps, publicationId, () => forge.close(branch, signal));
  const change = await watched(deps, publicationId, () => forge.findChange(branch, signal));
  return record(deps, claimed, (unit) => {
    if (change?.state !== 'merged') recordClosing(unit, { publicationId });
    else recordLanding(unit, { publicationId, mergeCommit: change.mergeCommit ?? change.head });
  });
};
