import express, { type Express } from 'express';
import { readAssets } from './assets.ts';
import { makeChrome } from './chrome.ts';
import { admit } from './middleware/admit.ts';
import { nearestPageAmong } from './nearest-page.ts';
import { checkHost } from './middleware/check-host.ts';
import { logAnswers } from './middleware/log-answers.ts';
import { readBody } from './middleware/read-body.ts';
import { readVisit } from './middleware/read-visit.ts';
import { refuseForgery } from './middleware/refuse-forgery.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { answerFault, nothingHere, onlyMethods } from './problems/answer-faults.ts';
import { useChromeForProblems } from './problems/render-problem.ts';
import { answerRefusal } from './problems/answer-refusal.ts';
import { refuseUnreadable } from './problems/unreadable-fields.ts';
import { renderPage } from './render.ts';
import type { Route, WebKit } from './routes.ts';
import { allRoutes } from './all-routes.ts';
import type { WebDeps } from './web-deps.ts';

/** The whole web floor, in the order in which a request passes through it. */
export function createApp(deps: WebDeps, publicFolder: string): Express {
  const app = express();
  const assets = readAssets(publicFolder);
  const routes: Route[] = [];
  const kit: WebKit = {
    deps,
    chrome: makeChrome(deps, assets, nearestPageAmong(routes)),
    page: renderPage,
    refuse: answerRefusal,
  };
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.site.trustProxy);
  app.set('query parser', 'simple');
  app.use(securityHeaders(deps.site));
  app.use(assets.serve);
  app.get('/healthz', (_req, res) => {
    res.type('text').send('ok\n');
  });
  app.use(readVisit(deps));
  app.use(useChromeForProblems(kit));
  app.use(logAnswers(deps.log));
  app.use(checkHost(deps.site));
  app.use(readBody());
  app.use(refuseForgery(deps.site, deps.keys));
  routes.push(...allRoutes(kit));
  for (const route of routes) mount(app, kit, route);
  app.use(nothingHere);
  app.use(answerFault(deps.log));
  return app;
}

function mount(app: Express, kit: WebKit, route: Route): void {
  const guard = admit(kit, route.who);
  const at = app.route(route.path);
  if (route.get !== undefined) at.get(guard, route.get);
  if (route.post !== undefined) at.post(guard, route.keepsUnreadable ? [] : refuseUnreadable, route.post);
  at.all(onlyMethods(route));
}
