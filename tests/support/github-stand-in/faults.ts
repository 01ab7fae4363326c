import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** What can go wrong on the way, before anything happened or when it had happened and the answer is lost. */
export const faultKinds = ['status', 'html', 'drop', 'hang', 'truncate'] as const;
/** `base-moved` is no broken line but GitHub's answer to a merge that somebody's push overtook. */
export type FaultKind = (typeof faultKinds)[number] | 'base-moved';

/** An answer that is not true: GitHub says it, and all is well the next time. */
export interface WrongAnswer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fault {
  readonly kind: FaultKind | WrongAnswer;
  readonly when: 'before' | 'after';
}

/** Every refusal that GitHub has for us, in its own words. */
export const wrongAnswers: readonly WrongAnswer[] = [
  { status: 401, message: 'Bad credentials' },
  { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '1' } },
  { status: 404, message: 'Not Found' },
  { status: 409, message: 'Conflict' },
  { status: 422, message: 'Reference already exists' },
  { status: 422, message: 'A pull request already exists for commons:practice.' },
  { status: 422, message: 'Object does not exist' },
  { status: 422, message: 'No commits between main and practice' },
  { status: 422, message: 'Validation Failed: head invalid' },
  { status: 429, message: 'API rate limit exceeded', headers: { 'retry-after': '1' } },
  { status: 500, message: 'Server Error' },
  { status: 502, message: 'Bad Gateway' },
  { status: 503, message: 'Service Unavailable' },
];

/** Asked once for every request; undefined lets it pass. */
export type FaultPlan = (request: { readonly method: string; readonly path: string }) => Fault | undefined;

/** Marks a spoilt answer, so that nobody holds it against the description. */
export const FAULT_HEADER = 'x-stand-in-fault';

/** Spoils the answer. `hang` never ends it: the client must. */
export function spoil(res: ServerResponse, fault: Fault, answer: Answer | undefined): void {
  const { kind } = fault;
  if (typeof kind === 'object') {
    res.writeHead(kind.status, { ...kind.headers, [FAULT_HEADER]: 'answer', 'content-type': 'application/json' });
    res.end(JSON.stringify({ message: kind.message }));
    return;
  }
  const headers = { [FAULT_HEADER]: kind };
  switch (kind) {
    case 'hang':
      return;
    case 'drop':
      res.destroy();
      return;
    case 'status':
      res.writeHead(502, { ...headers, 'content-type': 'application/json' });
      res.end(JSON.stringify({ message: 'Server Error' }));
      return;
    case 'base-moved':
      res.writeHead(405, { ...headers, 'content-type': 'application/json' });
      res.end(JSON.stringify({ message: 'Base branch was modified. Review and try the merge again.' }));
      return;
    case 'html':
      res.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
      res.end('<!DOCTYPE html><title>Unicorn!</title><p>We had issues producing the response to your request.');
      return;
    case 'truncate': {
      const whole = JSON.stringify(answer?.body ?? { message: 'cut' });
      res.writeHead(answer?.status ?? 200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
      res.end(whole.slice(0, Math.floor(whole.length / 2)));
    }
  }
}
