import type { Condition } from './form.ts';

/** How a module judges: pass or fail questions, scored dimensions with every point written out, and evidence levels. */
export interface Gate {
  readonly id: string;
  /** `fail` or `unsure` on this gate puts the case on hold for safety. */
  readonly safety: boolean;
  /** Form answers from which screening pre-fills the gate: pass only when every condition holds. */
  readonly prefill: readonly GatePrefill[];
}

/** One line of the pre-filling: the answer that speaks for the gate, and what the gate becomes without it. */
export type GatePrefill = Condition & {
  /** Asked only then; else this line says nothing against the gate. */
  readonly when?: Condition;
  readonly otherwise: 'fail' | 'unsure';
};

export interface Criterion {
  readonly id: string;
  /** Weights of a rubric sum to 100. */
  readonly weight: number;
  readonly floor?: { readonly median: number; readonly minimum?: number };
  /** Missing the floor can be mended by a revision. */
  readonly mendable: boolean;
  /** Must be judged for a review to count. */
  readonly essential: boolean;
}

export const evidenceLevels = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

export interface EvidenceSuggestion {
  readonly field: string;
  readonly in: readonly string[];
  /** Further conditions; all must hold. */
  readonly when?: readonly Condition[];
  readonly level: EvidenceLevel;
}

export interface Rubric {
  readonly id: string;
  readonly version: number;
  readonly gates: readonly Gate[];
  readonly criteria: readonly Criterion[];
  /** A review with fewer judged criteria is kept but does not count for the quorum. */
  readonly minimumJudged: number;
  /** Which level an answer suggests, first match wins; the curator fixes it. */
  readonly suggestedEvidence: readonly EvidenceSuggestion[];
  /** Totals (0 to 100) that the advice compares with. */
  readonly thresholds: {
    readonly accept: number;
    readonly minor: number;
    readonly revise: number;
    readonly noTotalBelow: number;
    readonly spread: number;
  };
}

/** The highest point of every criterion's scale; 0 is the lowest. */
export const TOP_SCORE = 4;
