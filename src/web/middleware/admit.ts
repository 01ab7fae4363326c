import type { Request, RequestHandler, Response } from 'express';
import type { ModuleId } from '../../domain/ids.ts';
import { isSafety, mayCurate, mayManagePeople, maySeeTrouble } from '../../domain/people/permissions.ts';
import { isInterfaceLanguage } from '../../i18n/languages.ts';
import { paths } from '../../paths.ts';
import { againAddress } from '../problems/again-address.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { typedFields } from '../problems/typed-fields.ts';
import type { Audience, WebKit } from '../routes.ts';
import { bodyOf } from '../submit/own-visit.ts';
import { showForgotten } from '../submit/receipt-handlers.ts';
import { typedTexts } from '../submit/typed-texts.ts';
import { visitOf, type Visit } from '../visit.ts';

/**
 * Lets a request in, or answers for it: somebody who is not signed in is shown where to sign in, a submitter without a
 * receipt where to type it, and anybody else is told that there is nothing here. An address in a language that the
 * service does not speak, or in a module that it does not have, is no address. A session that ended while somebody wrote
 * takes nothing of the text with it.
 */
export function admit(kit: WebKit, who: Audience): RequestHandler {
  return (req, res, next) => {
    const visit = visitOf(req);
    const module = req.params['module'] as ModuleId | undefined;
    const known = isKnown(kit, req.params['lang'], module);
    if (known && isAdmitted(kit, visit, who, module)) {
      next();
      return;
    }
    const typed = typedTexts(req).length > 0;
    if (known && who === 'submitter' && module !== undefined) {
      if (typed) showForgotten(kit, req, res);
      else res.redirect(303, paths.receipt(visit.lang, module));
    } else if (known && needsStaff(who) && visit.staff === undefined) {
      if (typed) giveBack(req, res);
      else res.redirect(303, paths.signIn(visit.lang));
    } else kit.refuse(req, res, { kind: 'not_found' });
  };
}

/** The same form once more, for after signing in. */
function giveBack(req: Request, res: Response): void {
  const typed = typedFields(bodyOf(req));
  renderProblem(req, res, { name: 'signed_out', status: 403, typed, again: againAddress(req) });
}

function isKnown(kit: WebKit, lang: unknown, module: ModuleId | undefined): boolean {
  if (typeof lang === 'string' && !isInterfaceLanguage(lang)) return false;
  return module === undefined || kit.deps.modules.current(module) !== undefined;
}

const needsStaff = (who: Audience): boolean => ['desk', 'curator', 'safety', 'people', 'trouble'].includes(who);

function isAdmitted(kit: WebKit, visit: Visit, who: Audience, module: ModuleId | undefined): boolean {
  if (who === 'anybody' || who === 'link') return true;
  if (who === 'demonstration') return kit.deps.site.demonstration;
  if (who === 'submitter') return visit.submitter !== undefined;
  const { staff } = visit;
  if (staff === undefined || module === undefined) return false;
  switch (who) {
    case 'desk':
      return mayCurate(staff, module) || isSafety(staff, module);
    case 'curator':
      return mayCurate(staff, module);
    case 'safety':
      return isSafety(staff, module);
    case 'people':
      return mayManagePeople(staff, module);
    case 'trouble':
      return maySeeTrouble(staff, module);
  }
}
