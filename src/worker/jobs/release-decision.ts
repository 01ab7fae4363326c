import { finishJob } from '../../db/outbox.ts';
import { releaseDecision } from '../../usecases/decision/release-decision.ts';
import type { JobHandler } from '../run-worker.ts';
import { putOff } from './put-off.ts';

/** The held letter of a decision leaves; what follows from it and the finished job are one transaction. */
export const runReleaseDecision: JobHandler<'release_decision'> = async (deps, { decisionId }, claimed) => {
  const outcome = await deps.write((unit) => {
    const released = releaseDecision(unit, { decisionId });
    if (released === 'held') return released;
    finishJob(unit.tx, claimed, unit.clock.now(), released === 'released' ? 'done' : 'cancelled');
    return released;
  });
  return outcome === 'held' ? putOff(deps, claimed, 'hold') : 'recorded';
};
