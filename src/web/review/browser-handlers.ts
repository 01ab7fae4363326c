import { h } from 'preact';
import type { Request, Response } from 'express';
import { BrowserPage, type BrowserPageModel } from '../../../views/review/browser-page.tsx';
import { addressOf, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { isAtWork, isOpenDoor } from '../../domain/assignment/door.ts';
import { maskedAddress } from '../../domain/people/email-address.ts';
import { paths } from '../../paths.ts';
import { confirmAssignmentCode } from '../../usecases/assignment/confirm-assignment-code.ts';
import { BROWSER_DAYS } from '../../usecases/assignment/remember-browser.ts';
import { requestAssignmentCode } from '../../usecases/assignment/request-assignment-code.ts';
import { setCookie } from '../cookies.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { refuseReviewer } from './invitation-handlers.ts';
import { bodyOf, isRemembered, linkedAssignment, postedText, tokenOf } from './reviewer-visit.ts';
import { answerShut } from './shut.ts';

type Unknown = (req: Request, res: Response, found: ReviewersAssignment) => void | Promise<void>;

/** Lets in whoever holds the link of a review that was accepted in another browser. */
const unknownBrowser =
  (kit: WebKit, handler: Unknown): Handler =>
  (req, res) => {
    const { lang } = visitOf(req);
    const found = linkedAssignment(kit, req);
    if (found === undefined) kit.refuse(req, res, { kind: 'link_ended' });
    else if (!isOpenDoor(found.door)) answerShut(kit, req, res, found, found.door);
    else if (!isAtWork(found.door)) res.redirect(303, paths.invitation(lang, tokenOf(req)));
    else if (isRemembered(kit, req, found.id)) res.redirect(303, paths.review(lang, found.id));
    else return handler(req, res, found);
    return undefined;
  };

export const askForCode = (kit: WebKit): Handler =>
  unknownBrowser(kit, (req, res, found) => {
    const step = req.query['asked'] === undefined ? 'ask' : 'type';
    kit.page(res, 200, browserPage(kit, req, found, step));
  });

/** One form, two buttons: send me a code, and here it is. */
export const typeCode = (kit: WebKit): Handler =>
  unknownBrowser(kit, (req, res, found) =>
    bodyOf(req)['ask'] === undefined ? confirm(kit, req, res, found) : send(kit, req, res, found),
  );

async function send(kit: WebKit, req: Request, res: Response, found: ReviewersAssignment): Promise<void> {
  const { lang, pre } = visitOf(req);
  const done = await kit.deps.write((unit) => requestAssignmentCode(unit, { assignmentId: found.id, pre }));
  if (done.ok) res.redirect(303, `${paths.invitationAnswer(lang, tokenOf(req), 'code')}?asked=yes`);
  else refuseReviewer(kit, req, res, found, done.refusal);
}

async function confirm(kit: WebKit, req: Request, res: Response, found: ReviewersAssignment): Promise<void> {
  const { lang, pre } = visitOf(req);
  const browser = visitOf(req).browser ?? kit.deps.random.token(32);
  const input = { assignmentId: found.id, code: postedText(req, 'code'), pre, browser, language: lang };
  const done = await kit.deps.write((unit) => confirmAssignmentCode(unit, input));
  if (done.ok) {
    setCookie(res, kit.deps.site, 'browser', browser, BROWSER_DAYS * 86_400);
    res.redirect(303, paths.review(lang, found.id));
  } else if (done.refusal.kind === 'code_wrong') kit.page(res, 422, browserPage(kit, req, found, 'wrong'));
  else refuseReviewer(kit, req, res, found, done.refusal);
}

function browserPage(kit: WebKit, req: Request, found: ReviewersAssignment, step: BrowserPageModel['step']) {
  const { t, lang, csrf } = visitOf(req);
  const model = {
    page: kit.chrome(req, { module: found.definition }),
    action: paths.invitationAnswer(lang, tokenOf(req), 'code'),
    csrf,
    address: maskedAddress(addressOf(kit.deps.db, found.personId)),
    step,
    letters: kit.deps.site.demonstration ? paths.mail(lang) : undefined,
  };
  return h(BrowserPage, { t, model });
}
