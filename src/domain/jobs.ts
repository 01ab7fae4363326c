import type { DecisionId, ModuleId, PublicationId } from './ids.ts';
import type { Letter } from './letters.ts';

/** Everything that happens outside a request: queued in the transaction that causes it, run at least once. */
export type Job =
  | { readonly kind: 'letter'; readonly letter: Letter }
  /** The letter of a decision leaves: from now on the submitter reads the new state. */
  | { readonly kind: 'release_decision'; readonly decisionId: DecisionId }
  /** `over`: whatever stands in the practice's folder by now, the page takes its place. */
  | { readonly kind: 'publish'; readonly publicationId: PublicationId; readonly over?: true }
  | { readonly kind: 'close_change'; readonly publicationId: PublicationId }
  | { readonly kind: 'merge_change'; readonly publicationId: PublicationId }
  /** Look at one change on the forge and write down what it says. */
  | { readonly kind: 'look_at_change'; readonly publicationId: PublicationId }
  | { readonly kind: 'read_module'; readonly module: ModuleId };

export type JobKind = Job['kind'];
export type JobState = 'due' | 'running' | 'done' | 'dead' | 'cancelled';
