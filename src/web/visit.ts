import type { Request } from 'express';
import type { Staff } from '../domain/people/actor.ts';
import type { SubmissionId } from '../domain/ids.ts';
import type { InterfaceLanguage } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translate.ts';

/** What is known of a request before its handler runs. */
export interface Visit {
  readonly lang: InterfaceLanguage;
  readonly t: Translate;
  /** The browser's own cookie, to which the tokens of forms are bound. */
  readonly pre: string;
  readonly staff: Staff | undefined;
  readonly submitter:
    { readonly submissionId: SubmissionId; readonly receipt: string; readonly token: string } | undefined;
  /** The cookie of a browser that accepted an invitation; which assignments it opens is asked per assignment. */
  readonly browser: string | undefined;
  /** Names this request in the log and on a problem page. */
  readonly reference: string;
  /** The token of the forms on the page that answers this request. */
  readonly csrf: string;
}

const visits = new WeakMap<Request, Visit>();

export const rememberVisit = (req: Request, visit: Visit): void => {
  visits.set(req, visit);
};

export function visitOf(req: Request): Visit {
  const visit = visits.get(req);
  if (visit === undefined) throw new Error('This route stands before the middleware that reads the visit');
  return visit;
}
