import { h } from 'preact';
import { StatusPage } from '../../../views/status/status-page.tsx';
import { paths } from '../../paths.ts';
import { forgetBrowser } from '../../usecases/submission/submitter-session.ts';
import { clearCookie } from '../cookies.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { getAppeal, postAppeal } from './appeal-handlers.ts';
import { getApproval, postApproval, postAttribution } from './approval-handlers.ts';
import { confirmRoutes } from './confirm-handlers.ts';
import { getRevision, postRevision } from './revision-handlers.ts';
import { statusModel } from './status-model.ts';
import { withOwn, type OwnRequest } from './with-own.ts';

/** A submitter's own page, and everything that can be done from it. */
export const statusRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/:module/my', who: 'submitter', get: withOwn(kit, showStatus) },
  {
    path: '/:lang/:module/my/revision',
    who: 'submitter',
    get: withOwn(kit, getRevision),
    post: withOwn(kit, postRevision),
  },
  {
    path: '/:lang/:module/my/page',
    who: 'submitter',
    get: withOwn(kit, getApproval),
    post: withOwn(kit, postApproval),
  },
  { path: '/:lang/:module/my/attribution', who: 'submitter', post: withOwn(kit, postAttribution) },
  { path: '/:lang/:module/my/appeal', who: 'submitter', get: withOwn(kit, getAppeal), post: withOwn(kit, postAppeal) },
  { path: '/:lang/:module/my/leave', who: 'anybody', post: leave(kit) },
  ...confirmRoutes(kit),
];

function showStatus({ kit, req, res, definition, own }: OwnRequest): void {
  kit.page(res, 200, h(StatusPage, { t: visitOf(req).t, model: statusModel(kit, req, definition, own) }));
}

/** This browser forgets the receipt; pressed twice it is no mistake. */
function leave(kit: WebKit): Handler {
  return async (req, res) => {
    const { submitter, lang } = visitOf(req);
    if (submitter !== undefined) {
      await kit.deps.write((unit) => {
        forgetBrowser(unit, { token: submitter.token });
      });
    }
    clearCookie(res, kit.deps.site, 'draft');
    res.redirect(303, paths.module(lang, String(req.params['module'])));
  };
}
