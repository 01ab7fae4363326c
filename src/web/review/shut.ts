import { h } from 'preact';
import type { Request, Response } from 'express';
import { ShutPage } from '../../../views/review/shut-page.tsx';
import { ownReview, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import type { ShutDoor } from '../../domain/assignment/door.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import { typedTexts } from '../submit/typed-texts.ts';
import { visitOf } from '../visit.ts';
import { isRemembered } from './reviewer-visit.ts';

/**
 * Says that a link opens nothing more (410; 409 to a text that came after the round was closed), or nothing just now
 * (404: of a hold nobody outside is told). A reviewer
 * whose browser is known gets what they wrote: what was typed just now, and the rest to take with them.
 */
export function answerShut(kit: WebKit, req: Request, res: Response, found: ReviewersAssignment, why: ShutDoor): void {
  const { t, lang } = visitOf(req);
  const wrote = ownReview(kit.deps.db, found.id).savedAt !== undefined && isRemembered(kit, req, found.id);
  const model = {
    page: kit.chrome(req, { module: found.definition }),
    why,
    text: wrote && why !== 'paused' ? paths.reviewPart(lang, found.id, 'text') : undefined,
    typed: typedTexts(req),
    kept: wrote && why === 'paused',
  };
  kit.page(res, statusOf(req, why), h(ShutPage, { t, model }));
}

function statusOf(req: Request, why: ShutDoor): number {
  if (why === 'paused') return 404;
  return why === 'closed' && req.method === 'POST' ? 409 : 410;
}
