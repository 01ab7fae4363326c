import type { Request, Response } from 'express';
import type { ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { isAtWork, isOpenDoor } from '../../domain/assignment/door.ts';
import { cleanLine, cleanText, westernDigits } from '../../domain/module/clean-text.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { reviewParts } from '../../domain/review/review-parts.ts';
import { readDay } from '../../domain/submission/days.ts';
import { paths } from '../../paths.ts';
import { acceptInvitation } from '../../usecases/assignment/accept-invitation.ts';
import type { AssignmentShut } from '../../usecases/assignment/assignment-at-hand.ts';
import { declineInvitation } from '../../usecases/assignment/decline-invitation.ts';
import { recuse } from '../../usecases/assignment/recuse.ts';
import { BROWSER_DAYS } from '../../usecases/assignment/remember-browser.ts';
import { setCookie } from '../cookies.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { invitationPage } from './invitation-page.ts';
import { isRemembered, linkedAssignment, postedText, reviewerOf, tokenOf } from './reviewer-visit.ts';
import { answerShut } from './shut.ts';

type Invited = (req: Request, res: Response, found: ReviewersAssignment) => void | Promise<void>;

/**
 * Lets in whoever holds the link of an invitation that is still open. Once it was accepted the link leads on: to the
 * review in a browser that is remembered, to the question for a code in any other.
 */
const invited =
  (kit: WebKit, handler: Invited): Handler =>
  (req, res) => {
    const found = linkedAssignment(kit, req);
    if (found === undefined) kit.refuse(req, res, { kind: 'link_ended' });
    else if (!isOpenDoor(found.door)) answerShut(kit, req, res, found, found.door);
    else if (isAtWork(found.door)) res.redirect(303, wayIn(kit, req, found));
    else return handler(req, res, found);
    return undefined;
  };

function wayIn(kit: WebKit, req: Request, { id }: ReviewersAssignment): string {
  const { lang } = visitOf(req);
  return isRemembered(kit, req, id) ? paths.review(lang, id) : paths.invitationAnswer(lang, tokenOf(req), 'code');
}

/** Mail scanners open links: looking changes nothing, whoever looks. */
export const showInvitation = (kit: WebKit): Handler =>
  invited(kit, (req, res, found) => {
    kit.page(res, 200, invitationPage(kit, req, found));
  });

export const accept = (kit: WebKit): Handler =>
  invited(kit, async (req, res, found) => {
    const { lang } = visitOf(req);
    const { deps } = kit;
    const statement = postedText(req, 'statement') === 'yes';
    if (!statement) {
      kit.page(res, 422, invitationPage(kit, req, found, 'statement'));
      return;
    }
    const browser = visitOf(req).browser ?? deps.random.token(32);
    const input = { assignmentId: found.id, statement, browser, language: lang };
    const done = await deps.write((unit) => acceptInvitation(unit, reviewerOf(found), input));
    if (!done.ok) {
      refuseReviewer(kit, req, res, found, done.refusal);
      return;
    }
    setCookie(res, deps.site, 'browser', browser, BROWSER_DAYS * 86_400);
    res.redirect(303, `${firstScore(lang, found)}?done=accepted#review`);
  });

/** The first thing to see after accepting is the first criterion. */
function firstScore(lang: string, { id, definition }: ReviewersAssignment): string {
  const part = reviewParts(definition.rubric).find(({ kind }) => kind === 'criteria');
  return part === undefined ? paths.review(lang, id) : paths.reviewPart(lang, id, part.id);
}

export const decline = (kit: WebKit): Handler =>
  invited(kit, async (req, res, found) => {
    const after = westernDigits(postedText(req, 'after').trim());
    if (after !== '' && readDay(after) === undefined) {
      kit.page(res, 422, invitationPage(kit, req, found, 'after'));
      return;
    }
    const input = { assignmentId: found.id, reason: declineReason(req, after) };
    const done = await kit.deps.write((unit) => declineInvitation(unit, reviewerOf(found), input));
    if (done.ok) res.redirect(303, paths.invitation(visitOf(req).lang, tokenOf(req)));
    else refuseReviewer(kit, req, res, found, done.refusal);
  });

/** Reason, "not now" and a suggestion in one text for curators, in the language of whoever wrote it. */
function declineReason(req: Request, after: string): string {
  const { t } = visitOf(req);
  const name = cleanLine(postedText(req, 'suggestion')).trim();
  return [
    cleanText(postedText(req, 'reason')).trim(),
    after === '' ? '' : t('review.decline_note_after', { date: after }),
    name === '' ? '' : t('review.decline_note_suggest', { name }),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export const recuseByLink = (kit: WebKit): Handler =>
  invited(kit, async (req, res, found) => {
    const conflict = cleanText(postedText(req, 'conflict'));
    if (conflict.trim() === '') {
      kit.page(res, 422, invitationPage(kit, req, found, 'conflict'));
      return;
    }
    const input = { assignmentId: found.id, conflict };
    const done = await kit.deps.write((unit) => recuse(unit, reviewerOf(found), input));
    if (done.ok) res.redirect(303, paths.invitation(visitOf(req).lang, tokenOf(req)));
    else refuseReviewer(kit, req, res, found, done.refusal);
  });

/** What a use case refused: an assignment that was shut meanwhile has a page of its own. */
export function refuseReviewer(
  kit: WebKit,
  req: Request,
  res: Response,
  found: ReviewersAssignment,
  refusal: Refusal | AssignmentShut,
): void {
  if (refusal.kind === 'assignment_shut') answerShut(kit, req, res, found, refusal.door);
  else kit.refuse(req, res, refusal);
}
