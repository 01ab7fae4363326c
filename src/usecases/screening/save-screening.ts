import { appendHistory } from '../../db/history-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { putScreening } from '../../db/screening-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { unsafeGate, type ScreeningGates } from '../../domain/review/screening.ts';
import { nextState } from '../../domain/submission/state.ts';
import { caseForMove } from '../decision/case-for.ts';
import { raiseHold } from '../safety/raise-hold.ts';
import type { Unit } from '../unit.ts';

export interface ScreeningInput {
  readonly submissionId: SubmissionId;
  /** The version that the curator was looking at. */
  readonly version: number;
  readonly gates: ScreeningGates;
  readonly readForNames: boolean;
  readonly note: string;
}

/**
 * Keeps the curator's check before review. A gate on safety that does not pass puts the case on hold at once; the
 * screening stays, so that the safety person sees what was answered.
 */
export function saveScreening(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  input: ScreeningInput,
): Result<'saved' | 'held', Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'open_round');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  const allowed = nextState(seen, 'open_round');
  if (!allowed.ok) return allowed;
  if (seen.version !== input.version) return refuse({ kind: 'changed_meanwhile' });
  const { definitionCommit } = theVersion(unit.tx, seen.id, seen.version);
  const { rubric } = pinnedDefinition(unit.tx, seen.module, definitionCommit);
  const { gates, readForNames, note } = input;
  if (rubric.gates.some(({ id }) => gates[id] === undefined)) return refuse({ kind: 'guard', guard: 'gates_open' });
  const kept = Object.fromEntries(rubric.gates.map(({ id }) => [id, gates[id] ?? 'unsure']));
  const at = unit.clock.now().toISOString();
  const by = staff.personId;
  putScreening(unit.tx, { submissionId: seen.id, version: seen.version, gates: kept, readForNames, note, by, at });
  const passed = Object.values(kept).filter((verdict) => verdict === 'pass').length;
  const body = { version: seen.version, passed, of: rubric.gates.length };
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'screened', object: seen.id, body });
  const unsafe = unsafeGate(rubric, kept);
  if (unsafe === undefined) return ok('saved');
  const held = raiseHold(unit, actor, { submissionId: seen.id, reason: `rubric:${unsafe}` });
  return held.ok ? ok('held') : held;
}
