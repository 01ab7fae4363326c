import { holds } from '../module/conditions.ts';
import type { Answers } from '../module/form.ts';
import type { Gate, GatePrefill, Rubric } from '../module/rubric.ts';

export type GateAnswer = 'pass' | 'fail' | 'unsure';

/** What screening starts from, by gate: the worst that its lines say about the answers, pass when none objects. */
export function prefillGates(rubric: Rubric, answers: Answers): Readonly<Record<string, GateAnswer>> {
  return Object.fromEntries(rubric.gates.map((gate) => [gate.id, prefill(gate, answers)]));
}

function prefill(gate: Gate, answers: Answers): GateAnswer {
  const objections = gate.prefill.filter((line) => objects(line, answers)).map(({ otherwise }) => otherwise);
  if (objections.includes('fail')) return 'fail';
  return objections.length > 0 ? 'unsure' : 'pass';
}

function objects(line: GatePrefill, answers: Answers): boolean {
  if (line.when !== undefined && !holds(line.when, answers)) return false;
  return !holds(line, answers);
}
