import type { ErrorRequestHandler, RequestHandler } from 'express';
import { StorageUnavailable } from '../../domain/storage-faults.ts';
import type { Route } from '../routes.ts';
import { visitOf } from '../visit.ts';
import type { RequestLog } from '../web-deps.ts';
import { renderProblem, type ProblemAnswer } from './render-problem.ts';
import { typedFields } from './typed-fields.ts';

export const nothingHere: RequestHandler = (req, res) => {
  renderProblem(req, res, { name: 'not_found', status: 404 });
};

/** A known address with a method it does not have. */
export function onlyMethods(route: Route): RequestHandler {
  const allowed = [...(route.get === undefined ? [] : ['GET', 'HEAD']), ...(route.post === undefined ? [] : ['POST'])];
  return (req, res) => {
    res.set('Allow', allowed.join(', '));
    renderProblem(req, res, { name: 'wrong_method', status: 405 });
  };
}

/** The last stop: a request that could not be read, a disk that is full, or a fault of ours with a reference. */
export function answerFault(log: RequestLog): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const typed = typedFields((req.body ?? {}) as Record<string, unknown>);
    const { reference } = visitOf(req);
    const known = knownProblem(error);
    // Whoever typed is told what to do; whoever runs the service reads why.
    if (known === undefined || known.status === 503) log.fault(reference, error);
    if (known !== undefined) {
      renderProblem(req, res, { ...known, typed });
      return;
    }
    renderProblem(req, res, { name: 'fault', status: 500, typed, reference });
  };
}

/** Whoever holds the database lets go within seconds; room on a disk is made by a person. In seconds. */
const whenToTry = {
  busy: { name: 'busy', retryAfter: 60 },
  full: { name: 'storage', retryAfter: 3600 },
} as const satisfies Record<StorageUnavailable['reason'], Omit<ProblemAnswer, 'status'>>;

function knownProblem(error: unknown): ProblemAnswer | undefined {
  if (error instanceof StorageUnavailable) return { status: 503, ...whenToTry[error.reason] };
  if (error instanceof URIError) return { name: 'unreadable', status: 400 };
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return { name: 'too_large', status };
  if (status === 415) return { name: 'not_a_form', status };
  if (typeof status === 'number' && status >= 400 && status < 500) return { name: 'unreadable', status: 400 };
  return undefined;
}
