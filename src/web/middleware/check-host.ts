import type { RequestHandler } from 'express';
import type { Site } from '../web-deps.ts';

/** Where the public address is known, a request for another host is not for us (421). */
export function checkHost(site: Site): RequestHandler {
  const host = new URL(site.baseUrl).host;
  return (req, res, next) => {
    if (!site.checkHost || req.get('host') === host) next();
    else res.status(421).type('text').send('Misdirected request\n');
  };
}
