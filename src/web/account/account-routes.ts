import type { Request, Response } from 'express';
import { signInLink } from '../../db/queries/sign-in-link.ts';
import { readEmailAddress } from '../../domain/people/email-address.ts';
import { paths } from '../../paths.ts';
import { askForSignIn } from '../../usecases/account/ask-for-sign-in.ts';
import { confirmCode } from '../../usecases/account/confirm-code.ts';
import { confirmSignIn } from '../../usecases/account/confirm-sign-in.ts';
import { signOut } from '../../usecases/account/sign-out.ts';
import { clearCookie, readCookie } from '../cookies.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { checkMailPage, confirmPage, otherBrowserPage, signInPage, workPage } from './account-pages.tsx';
import { letIn } from './let-in.ts';

export const accountRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/sign-in', who: 'anybody', get: askPage(kit), post: ask(kit) },
  { path: '/:lang/sign-in/code', who: 'anybody', get: codePage(kit), post: typeCode(kit) },
  { path: '/:lang/t/:token', who: 'link', get: linkPage(kit), post: pressLink(kit) },
  { path: '/:lang/sign-out', who: 'anybody', post: leave(kit) },
  { path: '/:lang/work', who: 'anybody', get: work(kit) },
];

const askPage =
  (kit: WebKit): Handler =>
  (req, res) => {
    kit.page(res, 200, signInPage(kit, req, { address: '', wrong: false }));
  };

/** The same answer for every address that could be one. */
const ask =
  (kit: WebKit): Handler =>
  async (req, res) => {
    const { lang, pre } = visitOf(req);
    const address = typed(req, 'address');
    if (readEmailAddress(address) === undefined) {
      kit.page(res, 422, signInPage(kit, req, { address, wrong: true }));
      return;
    }
    await kit.deps.write((unit) => {
      askForSignIn(unit, { email: address, pre });
    });
    res.redirect(303, paths.signInCode(lang));
  };

const codePage =
  (kit: WebKit): Handler =>
  (req, res) => {
    kit.page(res, 200, checkMailPage(kit, req, false));
  };

const typeCode =
  (kit: WebKit): Handler =>
  async (req, res) => {
    const { lang, pre } = visitOf(req);
    const done = await kit.deps.write((unit) => confirmCode(unit, { code: typed(req, 'code'), pre, language: lang }));
    if (done.ok) letIn(kit.deps, req, res, done.value);
    else kit.page(res, 422, checkMailPage(kit, req, true));
  };

/** Mail scanners open links: looking changes nothing, whoever looks. */
const linkPage =
  (kit: WebKit): Handler =>
  (req, res) => {
    const token = tokenOf(req);
    const { deps } = kit;
    const link = signInLink(deps.db, deps.keys.hash('link', token), deps.clock.now());
    if (link === undefined) kit.refuse(req, res, { kind: 'link_ended' });
    else if (link.preHash === null || link.preHash === deps.keys.hash('pre', visitOf(req).pre))
      kit.page(res, 200, confirmPage(kit, req, token, link.email));
    else kit.page(res, 200, otherBrowserPage(kit, req));
  };

const pressLink =
  (kit: WebKit): Handler =>
  async (req, res) => {
    const { lang, pre } = visitOf(req);
    const done = await kit.deps.write((unit) => confirmSignIn(unit, { token: tokenOf(req), pre, language: lang }));
    if (done.ok) letIn(kit.deps, req, res, done.value);
    else if (done.refusal.kind === 'not_permitted') kit.page(res, 403, otherBrowserPage(kit, req));
    else kit.refuse(req, res, done.refusal);
  };

const leave =
  (kit: WebKit): Handler =>
  async (req, res) => {
    const { staff, lang } = visitOf(req);
    const sid = readCookie(req, kit.deps.site, 'sid');
    if (staff !== undefined && sid !== undefined) {
      await kit.deps.write((unit) => {
        signOut(unit, staff, sid);
      });
    }
    clearSession(kit, res);
    res.redirect(303, paths.home(lang));
  };

function clearSession(kit: WebKit, res: Response): void {
  clearCookie(res, kit.deps.site, 'sid');
  clearCookie(res, kit.deps.site, 'pre');
}

const work =
  (kit: WebKit): Handler =>
  (req, res) => {
    const { staff, lang } = visitOf(req);
    if (staff === undefined) res.redirect(303, paths.signIn(lang));
    else kit.page(res, 200, workPage(kit, req, staff));
  };

function typed(req: Request, field: string): string {
  const value = ((req.body ?? {}) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

const tokenOf = (req: Request): string => {
  const { token } = req.params;
  return typeof token === 'string' ? token : '';
};
