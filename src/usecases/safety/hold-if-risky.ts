import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { automaticHold } from '../../domain/safety/automatic-hold.ts';
import type { Unit } from '../unit.ts';
import { raiseHold } from './raise-hold.ts';

/** Stops a text for safety at the moment in which it is sent, when its own answers say so. */
export function holdIfRisky(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  definition: ModuleDefinition,
  submissionId: SubmissionId,
  answers: Answers,
): void {
  const reason = automaticHold(definition, answers, unit.clock.now().toISOString());
  if (reason === undefined) return;
  const held = raiseHold(unit, { kind: 'service' }, { submissionId, reason });
  // A text that may harm somebody must never go on because the stop itself was refused.
  if (!held.ok) throw new Error(`The automatic hold was refused: ${held.refusal.kind}`);
}
