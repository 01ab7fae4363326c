import type { Request, RequestHandler } from 'express';
import type { Keys } from '../../ports/keys.ts';
import { againAddress } from '../problems/again-address.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { typedFields, type TypedField } from '../problems/typed-fields.ts';
import { visitOf } from '../visit.ts';
import type { Site } from '../web-deps.ts';

/**
 * What is posted must come from our own pages; no other method changes anything here, it is answered where its address
 * is known. First the browser's word (`Sec-Fetch-Site`), where it has none the
 * origin, and always the signed token of the form. A forgery gets a bare 403, so that a foreign site cannot plant
 * text in our pages; an old token from our own page gets its text back with one button to send it again.
 */
export function refuseForgery(site: Site, keys: Keys): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'POST') {
      next();
      return;
    }
    if (!fromOurPages(req, site)) {
      res.status(403).type('text').send(visitOf(req).t('problems.forged'));
      return;
    }
    const body = (req.body ?? {}) as Record<string, unknown>;
    const token = typeof body['csrf'] === 'string' ? body['csrf'] : '';
    if (keys.csrfValid(visitOf(req).pre, token)) {
      next();
      return;
    }
    const typed: TypedField[] = typedFields(body);
    renderProblem(req, res, { name: 'stale_form', status: 403, typed, again: againAddress(req) });
  };
}

function fromOurPages(req: Request, site: Site): boolean {
  const fetchSite = req.get('sec-fetch-site');
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  const origin = req.get('origin') ?? req.get('referer');
  // Old browsers send neither; then the token decides.
  if (origin === undefined || origin === 'null') return true;
  try {
    return new URL(origin).host === (site.checkHost ? new URL(site.baseUrl).host : req.get('host'));
  } catch {
    return false;
  }
}
