import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** What can go wrong on the way, before anything happened or when it had happened and the answer is lost. */
export const faultKinds = ['status', 'html', 'drop', 'hang', 'truncate'] as const;
/** `base-moved` is no broken line but GitHub's answer to a merge that somebody's push overtook. */
export type FaultKind = (typeof faultKinds)[number] | 'base-moved';

export interface Fault {
  readonly kind: FaultKind;
  readonly when: 'before' | 'after';
}

/** Asked once for every request; undefined lets it pass. */
export type FaultPlan = (request: { readonly method: string; readonly path: string }) => Fault | undefined;

/** Marks a spoilt answer, so that nobody holds it against the description. */
export const FAULT_HEADER = 'x-stand-in-fault';

/** Spoils the answer. `hang` never ends it: the client must. */
export function spoil(res: ServerResponse, fault: Fault, answer: Answer | undefined): void {
  const headers = { [FAULT_HEADER]: fault.kind };
  switch (fault.kind) {
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
