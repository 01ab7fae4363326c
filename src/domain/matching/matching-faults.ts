/** `too_long`: not in time. `no_answer`: the solver or its thread failed. `unsound`: the answer breaks a rule. `stopped`: called off. */
export type MatchingTrouble = 'too_long' | 'no_answer' | 'unsound' | 'stopped';

/** Nobody can be proposed now. Nothing was written, and it may be tried again. */
export class MatchingFailed extends Error {
  readonly trouble: MatchingTrouble;
  constructor(trouble: MatchingTrouble, doing: string, options: { cause?: unknown } = {}) {
    super(doing, options);
    this.name = 'MatchingFailed';
    this.trouble = trouble;
  }
}
