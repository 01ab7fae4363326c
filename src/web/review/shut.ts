import { h } from 'preact';
import type { Request, Response } from 'express';
import { ShutPage } from '../../../views/review/shut-page.tsx';
import { ownReview, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import type { ShutDoor } from '../../domain/assignment/door.ts';
import { paths } from '../../paths.ts';
import { typedFields } from '../problems/typed-fields.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { isRemembered } from './reviewer-visit.ts';

/** Shorter than that it is a choice, not a text. */
const SHORTEST_TEXT = 20;

/**
 * Says that a link opens nothing more (410), or nothing just now (404: of a hold nobody outside is told). A reviewer
 * whose browser is known gets what they wrote: what was typed just now, and the rest to take with them.
 */
export function answerShut(kit: WebKit, req: Request, res: Response, found: ReviewersAssignment, why: ShutDoor): void {
  const { t, lang } = visitOf(req);
  const wrote = ownReview(kit.deps.db, found.id).savedAt !== undefined && isRemembered(kit, req, found.id);
  const typed = typedFields((req.body ?? {}) as Record<string, unknown>)
    .map(({ text }) => text)
    .filter((text) => text.trim().length >= SHORTEST_TEXT);
  const model = {
    page: kit.chrome(req, { module: found.definition }),
    why,
    text: wrote && why !== 'paused' ? paths.reviewPart(lang, found.id, 'text') : undefined,
    typed,
    kept: wrote && why === 'paused',
  };
  kit.page(res, why === 'paused' ? 404 : 410, h(ShutPage, { t, model }));
}
