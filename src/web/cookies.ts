import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Site } from './web-deps.ts';

/** `sid`: staff session. `draft`: a submitter's browser. `browser`: one that accepted an invitation. `pre`: before any of these. */
export type CookieName = 'sid' | 'draft' | 'browser' | 'pre';
export const cookieNames: readonly CookieName[] = ['sid', 'draft', 'browser', 'pre'];

/** `__Host-` demands https; on loopback over http the plain name is the only one a browser keeps. */
const fullName = (site: Site, name: CookieName): string => (site.secure ? `__Host-${name}` : `fieldstone-${name}`);

const parsed = new WeakMap<Request, ReturnType<typeof parseCookie>>();

function cookiesOf(req: Request): ReturnType<typeof parseCookie> {
  const known = parsed.get(req) ?? parseCookie(req.headers.cookie ?? '');
  parsed.set(req, known);
  return known;
}

export function readCookie(req: Request, site: Site, name: CookieName): string | undefined {
  const value = cookiesOf(req)[fullName(site, name)];
  return value !== undefined && /^[\w-]{16,64}$/.test(value) ? value : undefined;
}

/** Without `maxAge` the cookie ends with the browser: right for a shared phone. */
export function setCookie(res: Response, site: Site, name: CookieName, value: string, maxAgeSeconds?: number): void {
  res.cookie(fullName(site, name), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: site.secure,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds * 1000 }),
  });
}

export function clearCookie(res: Response, site: Site, name: CookieName): void {
  res.clearCookie(fullName(site, name), { httpOnly: true, sameSite: 'lax', path: '/', secure: site.secure });
}
