import type { Request, RequestHandler } from 'express';
import { findStaffSession, findSubmitterSession } from '../../db/queries/sessions.ts';
import type { Staff } from '../../domain/people/actor.ts';
import { isInterfaceLanguage } from '../../i18n/languages.ts';
import { negotiateLocale } from '../../i18n/negotiate-locale.ts';
import { translator } from '../../i18n/translate.ts';
import { keepSession } from '../../usecases/account/keep-session.ts';
import { readCookie, setCookie } from '../cookies.ts';
import { rememberVisit, type Visit } from '../visit.ts';
import type { WebDeps } from '../web-deps.ts';

/** Reads who asks and in which language, once per request. Rights are read from the database each time. */
export function readVisit(deps: WebDeps): RequestHandler {
  return async (req, res, next) => {
    const lang = languageOf(req);
    let pre = readCookie(req, deps.site, 'pre');
    if (pre === undefined) {
      pre = deps.random.token(18);
      setCookie(res, deps.site, 'pre', pre);
    }
    const known = {
      lang,
      t: translator(lang),
      pre,
      staff: await staffOf(req, deps),
      submitter: submitterOf(req, deps),
      browser: readCookie(req, deps.site, 'browser'),
    };
    rememberVisit(req, withOnDemand(deps, known));
    res.set('Content-Language', lang);
    next();
  };
}

/** What takes randomness is made for the answers that need it, and once for each. */
function withOnDemand({ keys, random }: WebDeps, known: Omit<Visit, 'csrf' | 'reference'>): Visit {
  let csrf: string | undefined;
  let reference: string | undefined;
  return {
    ...known,
    get csrf() {
      return (csrf ??= keys.csrfToken(known.pre));
    },
    get reference() {
      return (reference ??= `E-${random.crockford(8)}`);
    },
  };
}

function languageOf(req: Request) {
  const first = req.path.split('/')[1] ?? '';
  return isInterfaceLanguage(first) ? first : negotiateLocale(req.get('accept-language'));
}

const KEEP_EVERY_MS = 60_000;

async function staffOf(req: Request, deps: WebDeps): Promise<Staff | undefined> {
  const sid = readCookie(req, deps.site, 'sid');
  if (sid === undefined) return undefined;
  const now = deps.clock.now();
  const hash = deps.keys.hash('session', sid);
  const session = findStaffSession(deps.db, hash, now);
  if (session !== undefined && now.getTime() - session.seenAt.getTime() >= KEEP_EVERY_MS) await keep(deps, hash);
  return session?.staff;
}

/** A session that cannot be noted as in use ends a little early; the page itself must still come. */
async function keep(deps: WebDeps, hash: string): Promise<void> {
  try {
    await deps.write((unit) => {
      keepSession(unit, hash);
    });
  } catch (error) {
    deps.log.fault('-', error);
  }
}

function submitterOf(req: Request, deps: WebDeps) {
  const token = readCookie(req, deps.site, 'draft');
  if (token === undefined) return undefined;
  const session = findSubmitterSession(deps.db, deps.keys.hash('submitter', token), deps.clock.now());
  if (session === undefined) return undefined;
  const receipt = deps.keys.open(token, session.sealedReceipt);
  return receipt === undefined ? undefined : { submissionId: session.submissionId, receipt, token };
}
