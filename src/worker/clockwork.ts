import { ChangeFollower } from './follow-changes.ts';
import type { WorkerDeps } from './worker-deps.ts';

/**
 * What time itself causes, looked at on every turn of the worker. Each part asks the database and may run twice; one
 * that fails (a forge that is down) is reported and keeps none of the others from running.
 */
export function makeClockwork(deps: WorkerDeps): (signal: AbortSignal) => Promise<void> {
  const follower = new ChangeFollower(deps);
  return async (signal) => {
    await attempt(deps, () => deps.registry.refresh(deps.write, signal));
    await attempt(deps, () => follower.look(signal));
  };
}

async function attempt({ log }: WorkerDeps, part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch (error) {
    log.jobFailed('clockwork', error);
  }
}
