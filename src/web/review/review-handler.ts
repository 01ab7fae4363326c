import type { Request, Response } from 'express';
import { blindedPractice, ownReview, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { isAtWork } from '../../domain/assignment/door.ts';
import type { Handler, WebKit } from '../routes.ts';
import { openAssignment } from './reviewer-visit.ts';
import { answerShut } from './shut.ts';

export type AtWork = (req: Request, res: Response, found: ReviewersAssignment) => void | Promise<void>;

/** Lets in the reviewer whose browser is remembered for this assignment; for anybody else there is nothing here. */
export const atWork =
  (kit: WebKit, handler: AtWork): Handler =>
  (req, res) => {
    const found = openAssignment(kit, req);
    if (found === undefined) kit.refuse(req, res, { kind: 'not_found' });
    else if (isAtWork(found.door)) return handler(req, res, found);
    else if (found.door === 'invited') kit.refuse(req, res, { kind: 'not_found' });
    else answerShut(kit, req, res, found, found.door);
    return undefined;
  };

/** Everything that a page of a review shows. */
export const deskOf = ({ deps }: WebKit, found: ReviewersAssignment) => ({
  found,
  practice: blindedPractice(deps.db, found),
  own: ownReview(deps.db, found.id),
});
