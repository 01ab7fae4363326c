import { finishJob, type ClaimedJob } from '../../db/outbox.ts';
import { publicationToSee } from '../../db/queries/open-changes.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { BranchTaken, ForgeRefused } from '../../domain/publication/forge-faults.ts';
import { changeWords } from '../../letters/change-words.ts';
import type { Change } from '../../ports/forge.ts';
import { changeRequestOf } from '../../usecases/publication/change-request-of.ts';
import { prepareChange } from '../../usecases/publication/prepare-change.ts';
import { recordClosing } from '../../usecases/publication/record-closing.ts';
import { recordLanding } from '../../usecases/publication/record-landing.ts';
import { recordOpening } from '../../usecases/publication/record-opening.ts';
import { recordSight } from '../../usecases/publication/record-sight.ts';
import { recordTrouble } from '../../usecases/publication/record-trouble.ts';
import { wantsMerge } from '../../usecases/publication/wants-merge.ts';
import type { Unit } from '../../usecases/unit.ts';
import type { JobHandler } from '../run-worker.ts';
import type { WorkerDeps } from '../worker-deps.ts';
import { putOff } from './put-off.ts';

/**
 * Makes the change of a publication: asks whether it is still wanted and clean, makes sure that it stands on the forge,
 * and writes that down with the finished job. A change that an earlier try had made is found and taken over.
 */
export const runPublish: JobHandler<'publish'> = async (deps, { publicationId }, claimed, signal) => {
  const prepared = await deps.write((unit) => prepareChange(unit, { publicationId }));
  switch (prepared.kind) {
    case 'nothing_to_do':
      return 'cancelled';
    case 'held':
      return putOff(deps, claimed, 'hold');
    case 'embargo':
      return putOff(deps, claimed, 'embargo', prepared.until);
    case 'leaks':
      throw new ForgeRefused('The page holds what must never be published; nothing was sent');
    case 'go': {
      const { publication, facts } = prepared;
      const body = changeWords(facts, deps.baseUrl);
      const request = changeRequestOf(publication, body);
      const { change } = await watched(deps, publicationId, () =>
        deps.forgeOf(facts.module).ensureChange(request, signal),
      );
      return record(deps, claimed, (unit) => {
        const { number, head } = change;
        recordOpening(unit, { publicationId, changeNumber: number, head, body });
        recordSight(unit, { publicationId, change });
      });
    }
  }
};

/** A curator pressed merge. What the forge answers is written down; a refusal is shown in its own words. */
export const runMergeChange: JobHandler<'merge_change'> = async (deps, { publicationId }, claimed, signal) => {
  const seen = await deps.write((unit) => wantsMerge(unit, { publicationId }));
  if (seen === undefined) return 'cancelled';
  const outcome = await watched(deps, publicationId, () =>
    deps.forgeOf(seen.module).merge(seen.branch, seen.head, `Merge ${seen.branch}\n`, signal),
  );
  return record(deps, claimed, (unit) => {
    if (outcome.kind === 'merged') recordLanding(unit, { publicationId, mergeCommit: outcome.commit });
    else recordTrouble(unit, { publicationId, trouble: outcome.kind === 'conflict' ? 'conflict' : outcome.words });
  });
};

/** Closing is allowed under a hold and after a withdrawal. What was merged meanwhile stays merged, and is told. */
export const runCloseChange: JobHandler<'close_change'> = async (deps, { publicationId }, claimed, signal) => {
  const { branch, module } = publicationToSee(deps.db, publicationId);
  const forge = deps.forgeOf(module);
  await watched(deps, publicationId, () => forge.close(branch, signal));
  const change = await watched(deps, publicationId, () => forge.findChange(branch, signal));
  return record(deps, claimed, (unit) => {
    recordEnd(unit, publicationId, change);
  });
};

export const runLookAtChange: JobHandler<'look_at_change'> = async (deps, { publicationId }, claimed, signal) => {
  const { branch, module } = publicationToSee(deps.db, publicationId);
  const change = await watched(deps, publicationId, () => deps.forgeOf(module).findChange(branch, signal));
  return record(deps, claimed, (unit) => {
    recordSight(unit, { publicationId, change });
  });
};

function recordEnd(unit: Unit, publicationId: PublicationId, change: Change | undefined): void {
  if (change?.state === 'merged')
    recordLanding(unit, { publicationId, mergeCommit: change.mergeCommit ?? change.head });
  else recordClosing(unit, { publicationId });
}

/** The fact and the finished job, in one transaction. */
async function record(deps: WorkerDeps, claimed: ClaimedJob, fact: (unit: Unit) => void): Promise<'recorded'> {
  await deps.write((unit) => {
    fact(unit);
    finishJob(unit.tx, claimed, unit.clock.now());
  });
  return 'recorded';
}

/** What the forge will refuse again is shown at the case, and the job waits for a person. */
async function watched<T>(deps: WorkerDeps, publicationId: PublicationId, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const trouble =
      error instanceof BranchTaken ? 'branch_taken' : error instanceof ForgeRefused ? error.message : undefined;
    if (trouble !== undefined) {
      await deps.write((unit) => {
        recordTrouble(unit, { publicationId, trouble });
      });
    }
    throw error;
  }
}
