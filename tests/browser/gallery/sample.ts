import type { VNode } from 'preact';

/** A page to look at. */
export interface Sample {
  readonly name: string;
  readonly page: VNode;
}
