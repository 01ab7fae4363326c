import type { Request } from 'express';
import type { VNode } from 'preact';
import { CheckMailPage } from '../../../views/account/check-mail-page.tsx';
import { ConfirmSignInPage } from '../../../views/account/confirm-sign-in-page.tsx';
import { OtherBrowserPage } from '../../../views/account/other-browser-page.tsx';
import { SignInPage } from '../../../views/account/sign-in-page.tsx';
import { WorkPage } from '../../../views/account/work-page.tsx';
import type { Staff } from '../../domain/people/actor.ts';
import { maskedAddress } from '../../domain/people/email-address.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { desksOf } from './desks-of.ts';

function around(kit: WebKit, req: Request) {
  const { t, lang, csrf } = visitOf(req);
  return { t, lang, page: kit.chrome(req), csrf };
}

export function signInPage(kit: WebKit, req: Request, typed: { address: string; wrong: boolean }): VNode {
  const { t, lang, page, csrf } = around(kit, req);
  return <SignInPage t={t} model={{ page, csrf, action: paths.signIn(lang), ...typed }} />;
}

export function checkMailPage(kit: WebKit, req: Request, wrong: boolean): VNode {
  const { t, lang, page, csrf } = around(kit, req);
  const letters = kit.deps.site.demonstration ? paths.mail(lang) : undefined;
  const model = { page, csrf, action: paths.signInCode(lang), again: paths.signIn(lang), wrong, letters };
  return <CheckMailPage t={t} model={model} />;
}

export function confirmPage(kit: WebKit, req: Request, token: string, email: string): VNode {
  const { t, lang, page, csrf } = around(kit, req);
  const model = { page, csrf, action: paths.signInLink(lang, token), address: maskedAddress(email) };
  return <ConfirmSignInPage t={t} model={model} />;
}

export function otherBrowserPage(kit: WebKit, req: Request): VNode {
  const { t, lang, page } = around(kit, req);
  return <OtherBrowserPage t={t} model={{ page, again: paths.signIn(lang) }} />;
}

export function workPage(kit: WebKit, req: Request, staff: Staff): VNode {
  const { t, lang, page } = around(kit, req);
  const desks = desksOf(kit.deps, staff).map((module) => ({
    title: phraseOf(module, lang, 'module.title'),
    href: paths.desk(lang, module.id),
  }));
  const reviews = staff.roles.some(({ role }) => role === 'reviewer') ? paths.ownReviews(lang) : undefined;
  return <WorkPage t={t} model={{ page, desks, reviews }} />;
}
