import { h } from 'preact';
import { LicencesPage } from '../../../views/standing/licences-page.tsx';
import { OperatorPage } from '../../../views/standing/operator-page.tsx';
import { PrivacyPage } from '../../../views/standing/privacy-page.tsx';
import { SafetyPage } from '../../../views/standing/safety-page.tsx';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

/** Pages that every page links to: safety, privacy, who runs this, licences. */
export const standingRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/safety', who: 'anybody', get: safety(kit) },
  { path: '/:lang/privacy', who: 'anybody', get: privacy(kit) },
  { path: '/:lang/about', who: 'anybody', get: about(kit) },
  { path: '/:lang/licences', who: 'anybody', get: licences(kit) },
];

const open = { quickExit: true, listed: true };

const safety =
  (kit: WebKit): Handler =>
  (req, res) => {
    const { t, lang } = visitOf(req);
    const contacts = kit.deps.modules.all().map((module) => ({
      module: phraseOf(module, lang, 'module.title'),
      address: module.operator.safetyContact,
    }));
    kit.page(res, 200, h(SafetyPage, { t, model: { page: kit.chrome(req, open), contacts } }));
  };

const privacy =
  (kit: WebKit): Handler =>
  (req, res) => {
    const { t, lang } = visitOf(req);
    kit.page(res, 200, h(PrivacyPage, { t, model: { page: kit.chrome(req, open), operator: paths.about(lang) } }));
  };

const about =
  (kit: WebKit): Handler =>
  (req, res) => {
    const { t, lang } = visitOf(req);
    const operators = kit.deps.modules.all().map((module) => {
      const { name, contact, safetyContact, site } = module.operator;
      return { module: phraseOf(module, lang, 'module.title'), name, contact, safetyContact, site };
    });
    const model = { page: kit.chrome(req, open), operators, licences: paths.licences(lang) };
    kit.page(res, 200, h(OperatorPage, { t, model }));
  };

const licences =
  (kit: WebKit): Handler =>
  (req, res) => {
    kit.page(res, 200, h(LicencesPage, { t: visitOf(req).t, model: { page: kit.chrome(req, open) } }));
  };
