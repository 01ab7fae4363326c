import type { TreeReader } from './read-tree.ts';
import type { Repository } from './repository.ts';

/** What one look at the repository and one step forward need. */
export interface Hands {
  readonly repo: Repository;
  readonly trees: TreeReader;
  /** Milliseconds between two questions for something that GitHub still works out. */
  readonly askAgainMs: number;
  readonly signal: AbortSignal;
}
