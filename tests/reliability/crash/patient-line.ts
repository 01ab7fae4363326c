import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.ts';

/** Something that was posted and answered with "done, go on there". */
export interface Acknowledged {
  /** The form of the case that it belongs to, as far as it is known. */
  readonly formId: string;
  /** Where it was posted, and where the answer leads. */
  readonly path: string;
  readonly location: string;
  readonly fields: URLSearchParams;
}

export interface LineOptions {
  readonly acknowledged: (one: Acknowledged) => void;
  /** Called at every answer that has arrived whole. */
  readonly answered?: () => void;
  /** What is posted again when an answer was lost; left out, the very same. */
  readonly again?: (body: string) => string;
}

/**
 * The line of somebody who does not give up: where no answer came it waits until the service is back and sends the
 * very same again, as the reload button of a browser does. Every posting that was answered is handed to the ledger.
 */
export function patientLine(house: House, options: LineOptions): typeof fetch {
  const { acknowledged } = options;
  let formId = '';
  return async (input, init) => {
    let body = typeof init?.body === 'string' ? init.body : undefined;
    for (;;) {
      await house.service.up();
      formId = (body && new URLSearchParams(body).get('form_id')) ?? formId;
      const told = (one: Omit<Acknowledged, 'formId'>): void => {
        acknowledged({ ...one, formId });
      };
      try {
        const answer = await once(input as URL, { ...init, ...(body === undefined ? {} : { body }) }, told);
        options.answered?.();
        return answer;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        body = body === undefined ? undefined : (options.again?.(body) ?? body);
        await pause(5);
      }
    }
  };
}

/** One try. It is acknowledged when the head of the answer has arrived; what is cut off after that is asked for again. */
export async function once(
  url: URL,
  init: RequestInit,
  told: (one: Omit<Acknowledged, 'formId'>) => void,
): Promise<Response> {
  const answer = await fetch(url, init);
  const location = answer.headers.get('location');
  if (typeof init.body === 'string' && answer.status === 303 && location !== null) {
    told({ path: url.pathname, location, fields: new URLSearchParams(init.body) });
    return new Response(null, answer);
  }
  return new Response(await answer.text(), answer);
}
