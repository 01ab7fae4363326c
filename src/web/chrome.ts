import type { Request } from 'express';
import type { PageModel } from '../../views/layouts/page.tsx';
import type { Phrase } from '../../views/components/phrase.tsx';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import { moduleText } from '../domain/module/definition.ts';
import { directionOf, interfaceLanguages } from '../i18n/languages.ts';
import { paths } from '../paths.ts';
import type { Assets } from './assets.ts';
import type { NearestPage } from './nearest-page.ts';
import { staffNavigation } from './staff-navigation.ts';
import { visitOf } from './visit.ts';
import type { WebDeps } from './web-deps.ts';

export interface ChromeOptions {
  readonly module?: ModuleDefinition | undefined;
  /** A page of a submitter: shows the quick exit. */
  readonly quickExit?: boolean;
  readonly listed?: boolean;
  readonly problems?: PageModel['problems'];
}

/** What stands around every page, from the visit and the module whose page it is. */
export type Chrome = (req: Request, options?: ChromeOptions) => PageModel;

export function makeChrome(deps: Pick<WebDeps, 'keys' | 'site'>, assets: Assets, nearestPage: NearestPage): Chrome {
  return (req, options = {}) => {
    const visit = visitOf(req);
    const { lang, staff } = visit;
    const { module } = options;
    const place = nearestPage(req.path).split('/').slice(2).join('/');
    return {
      address: req.originalUrl,
      stylesheet: assets.urlOf('fieldstone.css'),
      mark: assets.urlOf('mark.svg'),
      home: paths.home(lang),
      languages: interfaceLanguages.map((code) => ({ code, href: inLanguage(code, place) })),
      demonstration: deps.site.demonstration,
      footer: {
        safety: paths.safety(lang),
        privacy: paths.privacy(lang),
        operator: paths.about(lang),
        licences: paths.licences(lang),
        signIn: staff === undefined ? paths.signIn(lang) : undefined,
      },
      module: module && { title: phraseOf(module, lang, 'module.title'), href: paths.module(lang, module.id) },
      quickExit: options.quickExit === true ? paths.exit() : undefined,
      listed: options.listed,
      problems: options.problems,
      staff: staff && {
        name: staff.name,
        nav: staffNavigation(visit, module?.id, req.path),
        signOut: { action: paths.signOut(lang), csrf: visit.csrf },
      },
    };
  };
}

/** A text of the module as a phrase that knows its language. */
export function phraseOf(module: ModuleDefinition, lang: string, key: string): Phrase {
  const found = moduleText(module, lang, key);
  return found.lang === lang ? found.text : { text: found.text, lang: found.lang, dir: directionOf(found.lang) };
}

/** This page in another language. One that answers a form post is shown from its start again. */
const inLanguage = (code: string, place: string): string => (place === '' ? paths.home(code) : `/${code}/${place}`);
