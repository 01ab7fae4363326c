import type { Request, Response } from 'express';
import { findStaffSession } from '../../db/queries/sessions.ts';
import { paths } from '../../paths.ts';
import type { SignedIn } from '../../usecases/account/open-session.ts';
import { setCookie } from '../cookies.ts';
import type { WebDeps } from '../web-deps.ts';
import { visitOf } from '../visit.ts';
import { desksOf } from './desks-of.ts';

/**
 * Gives the browser its session. The cookie that forms are bound to changes with it, so that nothing that was prepared
 * before the sign-in is good after it. Where to go is worked out here, never taken from the request.
 */
export function letIn(deps: WebDeps, req: Request, res: Response, signedIn: SignedIn): void {
  const { lang } = visitOf(req);
  setCookie(res, deps.site, 'sid', signedIn.sid);
  setCookie(res, deps.site, 'pre', deps.random.token(18));
  const session = findStaffSession(deps.db, deps.keys.hash('session', signedIn.sid), deps.clock.now());
  const desks = session === undefined ? [] : desksOf(deps, session.staff);
  const [only] = desks;
  res.redirect(303, only !== undefined && desks.length === 1 ? paths.desk(lang, only.id) : paths.work(lang));
}
