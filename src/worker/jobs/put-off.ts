import { retryJob, type ClaimedJob } from '../../db/outbox.ts';
import type { WorkerDeps } from '../worker-deps.ts';

/** What a job waits for: these words stand in its row, so that the end of the wait can wake it. */
export type WaitsFor = 'hold' | 'embargo';

/** While nothing wakes it, a waiting job looks again after so long. */
const HOUR = 3_600_000;

/** Puts a job back without costing it an attempt: nothing failed, its time has not come. `until` when that is known. */
export async function putOff(
  deps: WorkerDeps,
  claimed: ClaimedJob,
  waitsFor: WaitsFor,
  until?: Date,
): Promise<'recorded'> {
  await deps.write(({ tx, clock }) =>
    retryJob(tx, claimed, until ?? new Date(clock.now().getTime() + HOUR), waitsFor, false),
  );
  return 'recorded';
}
