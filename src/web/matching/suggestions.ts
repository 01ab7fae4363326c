import { setTimeout as wait } from 'node:timers/promises';
import type { CaseProposal, Matching } from '../../domain/matching/matching.ts';
import type { NotTakenUp } from '../../usecases/matching/take-up-proposal.ts';

/** What was worked out for one curator in one module; kept in memory alone, since it can be worked out again. */
export type Suggestion =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly cases: readonly CaseProposal[] };

/** What came of the last confirming. */
export interface Outcome {
  readonly opened: number;
  readonly asked: number;
  readonly not: readonly NotDone[];
}

export interface NotDone {
  readonly publicId: string;
  /** Undefined where the case is not there (any more) for the curator. */
  readonly trouble: NotTakenUp | undefined;
}

interface Kept {
  suggestion?: Suggestion;
  outcome?: Outcome;
}

/** A small matching is there before the answer; a page does not wait longer for a large one. */
const PATIENCE_MS = 3000;

export class Suggestions {
  readonly #kept = new Map<string, Kept>();

  of(key: string): Readonly<Kept> {
    return this.#kept.get(key) ?? {};
  }

  /** Works it out, once at a time, and resolves when it is there or after a moment. */
  async start(key: string, work: () => Promise<Matching>, failed: (fault: unknown) => void): Promise<void> {
    if (this.of(key).suggestion?.kind === 'running') return;
    this.#kept.set(key, { suggestion: { kind: 'running' } });
    const done = work().then(
      ({ cases }) => this.#kept.set(key, { suggestion: { kind: 'ready', cases } }),
      (fault: unknown) => {
        failed(fault);
        this.#kept.set(key, { suggestion: { kind: 'failed' } });
      },
    );
    await Promise.race([done, wait(PATIENCE_MS, undefined, { ref: false })]);
  }

  /**
   * Takes cases out to be dealt with, and tells which of them: each once, so that a form sent twice is dealt with once.
   * After a restart nothing is known, and all of them are.
   */
  take(key: string, publicIds: readonly string[]): readonly string[] {
    const kept = this.of(key);
    if (kept.suggestion?.kind !== 'ready') return publicIds;
    const { cases } = kept.suggestion;
    const known = new Set<string>(cases.map(({ publicId }) => publicId));
    const taken = new Set(publicIds.filter((publicId) => known.has(publicId)));
    const left = cases.filter(({ publicId }) => !taken.has(publicId));
    this.#kept.set(key, { ...kept, suggestion: { kind: 'ready', cases: left } });
    return [...taken];
  }

  note(key: string, outcome: Outcome): void {
    this.#kept.set(key, { ...this.of(key), outcome });
  }
}
