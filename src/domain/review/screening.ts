import type { Rubric } from '../module/rubric.ts';
import type { GateVerdict } from './review.ts';

export type ScreeningGates = Readonly<Record<string, GateVerdict>>;

/** What a curator noted before review, as far as opening a round asks about it. */
export interface ScreeningFacts {
  readonly gates: ScreeningGates;
  readonly readForNames: boolean;
  /** A safety person has looked at the case since and let it go on. */
  readonly cleared: boolean;
}

export type ScreeningGap = 'not_screened' | 'gates_missing' | 'gates_failed' | 'names_not_read';

/**
 * What still stands between the screening and a round of review. A gate that failed stops it; one on safety stops it
 * when unsure too, until the safety person has spoken. The reviewers see what else is unsure.
 */
export function screeningGap(rubric: Rubric, screening: ScreeningFacts | undefined): ScreeningGap | undefined {
  if (screening === undefined) return 'not_screened';
  const { gates, cleared } = screening;
  if (rubric.gates.some(({ id }) => gates[id] === undefined)) return 'gates_missing';
  const stops = rubric.gates.some(({ id, safety }) => {
    if (safety) return gates[id] !== 'pass' && !cleared;
    return gates[id] === 'fail';
  });
  if (stops) return 'gates_failed';
  return screening.readForNames ? undefined : 'names_not_read';
}

/** The first gate on safety that did not pass: it puts the case on hold. */
export const unsafeGate = (rubric: Rubric, gates: ScreeningGates): string | undefined =>
  rubric.gates.find(({ id, safety }) => safety && gates[id] !== undefined && gates[id] !== 'pass')?.id;

/** What screening starts from once safety has looked at this version: their word stands for what was only unsure. */
export function clearedGates(rubric: Rubric, prefilled: ScreeningGates): ScreeningGates {
  const safety = new Set(rubric.gates.filter((gate) => gate.safety).map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(prefilled).map(([id, verdict]) => [id, safety.has(id) && verdict === 'unsure' ? 'pass' : verdict]),
  );
}
