import type { Route, WebKit } from '../routes.ts';
import { askForCode, typeCode } from './browser-handlers.ts';
import { accept, decline, recuseByLink, showInvitation } from './invitation-handlers.ts';
import { askToRecuse, recuseAtWork, takeText } from './leave-handlers.ts';
import { extend, showOverview, submit } from './overview-handlers.ts';
import { showOwnReviews } from './own-reviews-page.tsx';
import { savePart, showPart } from './part-handlers.ts';

/** A reviewer's pages: the list of who signed in; the link of a letter leads to the invitation, a remembered browser opens the review. */
export const reviewRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/work/reviews', who: 'anybody', get: showOwnReviews(kit) },
  { path: '/:lang/invitation/:token', who: 'link', get: showInvitation(kit) },
  { path: '/:lang/invitation/:token/accept', who: 'link', get: showInvitation(kit), post: accept(kit) },
  { path: '/:lang/invitation/:token/decline', who: 'link', get: showInvitation(kit), post: decline(kit) },
  { path: '/:lang/invitation/:token/recuse', who: 'link', get: showInvitation(kit), post: recuseByLink(kit) },
  { path: '/:lang/invitation/:token/code', who: 'link', get: askForCode(kit), post: typeCode(kit) },
  { path: '/:lang/review/:assignment', who: 'link', get: showOverview(kit) },
  { path: '/:lang/review/:assignment/submit', who: 'link', get: showOverview(kit), post: submit(kit) },
  { path: '/:lang/review/:assignment/extend', who: 'link', get: showOverview(kit), post: extend(kit) },
  { path: '/:lang/review/:assignment/recuse', who: 'link', get: askToRecuse(kit), post: recuseAtWork(kit) },
  { path: '/:lang/review/:assignment/text', who: 'link', get: takeText(kit) },
  { path: '/:lang/review/:assignment/:part', who: 'link', get: showPart(kit), post: savePart(kit) },
];
