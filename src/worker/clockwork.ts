import { freeExpired } from '../db/outbox.ts';
import { ChangeFollower } from './follow-changes.ts';
import { clearDrafts, movePlaces, remindReviewers, remindSubmitters, tellOfBrokenPromises } from './keep-time.ts';
import type { WorkerDeps } from './worker-deps.ts';

interface Part {
  /** How long it rests after it ran; what people promise is counted in days. */
  readonly restMinutes: number;
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/**
 * What time itself causes, looked at on every turn of the worker. Each part asks the database and may run twice; one
 * that fails (a forge that is down) is reported and keeps none of the others from running.
 */
export function makeClockwork(deps: WorkerDeps): (signal: AbortSignal) => Promise<void> {
  const follower = new ChangeFollower(deps);
  const parts: readonly Part[] = [
    { restMinutes: 1, run: () => freeLeases(deps) },
    { restMinutes: 0, run: (signal) => deps.registry.refresh(deps.write, signal) },
    { restMinutes: 0, run: (signal) => follower.look(signal) },
    { restMinutes: 5, run: () => movePlaces(deps) },
    { restMinutes: 5, run: () => remindReviewers(deps) },
    { restMinutes: 60, run: () => tellOfBrokenPromises(deps) },
    { restMinutes: 60, run: () => remindSubmitters(deps) },
    { restMinutes: 60, run: () => clearDrafts(deps) },
  ];
  const ranAt = new Map<Part, number>();
  return async (signal) => {
    const now = deps.clock.now().getTime();
    for (const part of parts) {
      const rested = now - (ranAt.get(part) ?? -Infinity);
      // A clock that was set back must not stop anything for long.
      if (rested >= 0 && rested < part.restMinutes * 60_000) continue;
      ranAt.set(part, now);
      await attempt(deps, () => part.run(signal));
    }
  };
}

async function freeLeases({ write }: WorkerDeps): Promise<void> {
  await write(({ tx, clock }) => freeExpired(tx, clock.now()));
}

async function attempt({ log }: WorkerDeps, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.jobFailed('clockwork', error);
  }
}
