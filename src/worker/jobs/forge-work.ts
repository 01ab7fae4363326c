import { finishJob, type ClaimedJob } from '../../db/outbox.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { BranchTaken, FolderTaken, ForgeRefused } from '../../domain/publication/forge-faults.ts';
import { recordTrouble } from '../../usecases/publication/record-trouble.ts';
import type { Unit } from '../../usecases/unit.ts';
import type { WorkerDeps } from '../worker-deps.ts';

/** The fact and the finished job, in one transaction. */
export async function record(deps: WorkerDeps, claimed: ClaimedJob, fact: (unit: Unit) => void): Promise<'recorded'> {
  await deps.write((unit) => {
    fact(unit);
    finishJob(unit.tx, claimed, unit.clock.now());
  });
  return 'recorded';
}

/** What the forge will refuse again is shown at the case, and the job waits for a person. */
export async function watched<T>(deps: WorkerDeps, publicationId: PublicationId, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const trouble = lastingTrouble(error);
    if (trouble !== undefined) {
      await deps.write((unit) => {
        recordTrouble(unit, { publicationId, trouble });
      });
    }
    throw error;
  }
}

function lastingTrouble(error: unknown): string | undefined {
  if (error instanceof BranchTaken) return 'branch_taken';
  if (error instanceof FolderTaken) return 'folder_taken';
  return error instanceof ForgeRefused ? error.message : undefined;
}
