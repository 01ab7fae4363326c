import type { Branded } from '../ids.ts';
import type { RequestLevel } from '../review/review.ts';

export type RequestId = Branded<'RequestId'>;

/** What a submitter says to a request. `because` is in the submitter's own words. */
export type RequestAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly note?: string }
  | { readonly kind: 'not_possible'; readonly because: string };

/** One thing asked of the submitter, about one field or the whole; answered point by point. */
export interface Request {
  readonly id: RequestId;
  readonly field?: string;
  readonly level: RequestLevel;
  /** About wording only. */
  readonly editorial: boolean;
  readonly text: string;
  readonly answer: RequestAnswer;
}

/** Whether a request has its answer: done, or not possible because of something that was said. */
export const isAnswered = ({ answer }: Pick<Request, 'answer'>): boolean =>
  answer.kind === 'done' || (answer.kind === 'not_possible' && answer.because.trim() !== '');

/** The `must` requests that keep a revision from being sent, in their order. A `should` may stay open. */
export const unanswered = <R extends Pick<Request, 'answer' | 'level'>>(requests: readonly R[]): R[] =>
  requests.filter((request) => request.level === 'must' && !isAnswered(request));
