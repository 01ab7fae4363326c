import { h } from 'preact';
import { BeforePage } from '../../../views/submit/before-page.tsx';
import { KeptPage } from '../../../views/submit/kept-page.tsx';
import { ModulePage } from '../../../views/submit/module-page.tsx';
import { isAsked } from '../../domain/module/conditions.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { withUsualKind } from '../../domain/module/usual-kind.ts';
import { mustAnswer } from '../../domain/module/validate-answers.ts';
import { addMonths, dayOf } from '../../domain/submission/days.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { pageToGoOn } from './form-way.ts';
import { caseMark, moduleOf, ownVisit, shownReceipt, type OwnVisit } from './own-visit.ts';

/** The front page of a module. */
export function getModule(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const { lang, t, csrf } = visitOf(req);
    const own = ownVisit(kit, req);
    const model = {
      page: kit.chrome(req, { module: definition, quickExit: true, listed: true }),
      title: phraseOf(definition, lang, 'module.title'),
      summary: phraseOf(definition, lang, 'module.summary'),
      start: paths.before(lang, definition.id),
      goOn: own && { href: paths.status(lang, definition.id), sent: own.shown !== 'draft' },
      receipt: { action: paths.receipt(lang, definition.id), csrf },
      safety: paths.safety(lang),
      site: definition.operator.site,
    };
    kit.page(res, 200, h(ModulePage, { t, model }));
  };
}

/** The pause before the form. */
export function getBefore(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const { lang, t } = visitOf(req);
    const own = ownVisit(kit, req);
    const model = {
      page: kit.chrome(req, { module: definition, quickExit: true }),
      notice: phraseOf(definition, lang, 'before_you_start'),
      safetyContact: definition.operator.safetyContact,
      first: firstPage(kit, definition, lang, own),
      other: own && shownReceipt(own.receipt),
      questions: neededQuestions(definition),
    };
    kit.page(res, 200, h(BeforePage, { t, model }));
  };
}

function firstPage(kit: WebKit, definition: ModuleDefinition, lang: string, own: OwnVisit | undefined): string {
  const first = paths.formPage(lang, definition.id, definition.form.pages[0]?.id ?? '');
  return own === undefined ? first : `${first}?beside=${caseMark(kit, own)}`;
}

/** What most people have to answer; questions that depend on other answers are not counted, confirmations neither. */
function neededQuestions(definition: ModuleDefinition): number {
  const usual = withUsualKind(definition, {});
  const { fields, confirmations } = definition.form;
  const needed = fields.filter((field) => isAsked(field, usual) && mustAnswer(field, 'send', usual));
  return needed.filter(({ id }) => !confirmations.includes(id)).length;
}

/** Saved for later. */
export function getKept(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const { lang, t, csrf } = visitOf(req);
    const own = ownVisit(kit, req);
    if (own === undefined) {
      res.redirect(303, paths.receipt(lang, definition.id));
      return;
    }
    const { timeZone, draftMonths } = definition.policy;
    const now = kit.deps.clock.now();
    const goOn = pageToGoOn(definition, own.answers, now.toISOString());
    const model = {
      page: kit.chrome(req, { module: definition, quickExit: true }),
      receipt: shownReceipt(own.receipt),
      until: t.date(addMonths(dayOf(new Date(own.submission.updatedAt), timeZone), draftMonths), timeZone),
      goOn: goOn === undefined ? paths.check(lang, definition.id) : paths.formPage(lang, definition.id, goOn.id),
      comeBack: `${kit.deps.site.baseUrl}${paths.receipt(lang, definition.id)}`,
      leave: { action: paths.myMove(lang, definition.id, 'leave'), csrf },
    };
    kit.page(res, 200, h(KeptPage, { t, model }));
  };
}
