import type { Rubric } from '../module/rubric.ts';
import type { GateAnswers, GateVerdict } from './review.ts';

/** A gate that somebody did not let pass: the worst verdict that it got. */
export interface OpenGate {
  readonly gate: string;
  readonly safety: boolean;
  readonly verdict: Exclude<GateVerdict, 'pass'>;
}

/**
 * The gates of a case that are not passed: one `fail` or `unsure` among the answers given (the curator's at screening
 * and every reviewer's) opens a gate, and `fail` is worse. A gate that nobody answered is `unsure`.
 */
export function openGates(rubric: Rubric, answers: readonly GateAnswers[]): OpenGate[] {
  return rubric.gates.flatMap(({ id, safety }): OpenGate[] => {
    const verdicts = answers.flatMap((given) => given[id]?.verdict ?? []);
    if (verdicts.includes('fail')) return [{ gate: id, safety, verdict: 'fail' }];
    const passed = verdicts.length > 0 && !verdicts.includes('unsure');
    return passed ? [] : [{ gate: id, safety, verdict: 'unsure' }];
  });
}
