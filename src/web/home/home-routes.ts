import { h } from 'preact';
import type { Request } from 'express';
import { HomePage, type HomeModule } from '../../../views/home/home-page.tsx';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { ownVisitIn } from '../submit/own-visit.ts';
import { visitOf } from '../visit.ts';
import { quickExit } from './quick-exit.ts';

/** The front door, and the way out. */
export const homeRoutes = (kit: WebKit): Route[] => [
  { path: '/', who: 'anybody', get: toOwnLanguage },
  { path: '/exit', who: 'anybody', get: quickExit(kit) },
  { path: '/:lang', who: 'anybody', get: home(kit) },
];

/** The language is asked of the browser once; from then on it stands in the address. */
const toOwnLanguage: Handler = (req, res) => {
  res.redirect(303, paths.home(visitOf(req).lang));
};

function home(kit: WebKit): Handler {
  return (req, res) => {
    const { t, lang } = visitOf(req);
    const model = {
      page: kit.chrome(req, { quickExit: true, listed: true }),
      safety: paths.safety(lang),
      modules: kit.deps.modules.all().map((module) => doorOf(kit, req, module)),
    };
    kit.page(res, 200, h(HomePage, { t, model }));
  };
}

function doorOf(kit: WebKit, req: Request, module: ModuleDefinition): HomeModule {
  const { lang } = visitOf(req);
  const own = ownVisitIn(kit, req, module.id);
  return {
    title: phraseOf(module, lang, 'module.title'),
    summary: phraseOf(module, lang, 'module.summary'),
    start: paths.before(lang, module.id),
    receipt: paths.receipt(lang, module.id),
    goOn: own ? paths.status(lang, module.id) : undefined,
  };
}
