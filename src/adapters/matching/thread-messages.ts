import type { MatchingTrouble } from '../../domain/matching/matching-faults.ts';
import type { Matching } from '../../domain/matching/matching.ts';
import type { CaseMaterial } from '../../ports/matcher.ts';

export type Asked = { readonly kind: 'cases'; readonly cases: readonly CaseMaterial[] } | { readonly kind: 'solve' };

export type FromThread =
  /** Ready for another slice. */
  | { readonly kind: 'more' }
  | { readonly kind: 'done'; readonly matching: Matching }
  | { readonly kind: 'failed'; readonly trouble: MatchingTrouble; readonly doing: string };
