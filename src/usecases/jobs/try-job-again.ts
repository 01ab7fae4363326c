import { appendHistory } from '../../db/history-store.ts';
import { tryAgain } from '../../db/outbox.ts';
import type { ModuleId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { maySeeTrouble } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';

/** Brings a job back that was given up, or one that waits after a failure forward, to be tried now. */
export function tryJobAgain(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { job: number; module: ModuleId },
): Result<'queued', Refusal> {
  if (!maySeeTrouble(actor, input.module)) return refuse({ kind: 'not_found' });
  const now = unit.clock.now();
  if (!tryAgain(unit.tx, input.job, now)) return refuse({ kind: 'changed_meanwhile' });
  const object = `job:${String(input.job)}`;
  appendHistory(unit.tx, { at: now.toISOString(), actor: actorName(actor), act: 'job_retried', object, body: {} });
  return ok('queued');
}
