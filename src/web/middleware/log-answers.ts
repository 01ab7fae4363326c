import type { RequestHandler } from 'express';
import type { RequestLog } from '../web-deps.ts';

/** One line per answer: the pattern of the route and never the address, which may hold a token. */
export function logAnswers(log: RequestLog): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('finish', () => {
      const route = (req.route as { path?: unknown } | undefined)?.path;
      log.answered({
        method: req.method,
        route: typeof route === 'string' ? route : '-',
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
      });
    });
    next();
  };
}
