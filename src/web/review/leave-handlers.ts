import { h } from 'preact';
import type { Request } from 'express';
import { RecusePage } from '../../../views/review/recuse-page.tsx';
import { ownReview, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { cleanText } from '../../domain/module/clean-text.ts';
import { reviewParts } from '../../domain/review/review-parts.ts';
import { paths } from '../../paths.ts';
import { recuse } from '../../usecases/assignment/recuse.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { draftRows, rowsAsText } from './draft-rows.ts';
import { refuseReviewer } from './invitation-handlers.ts';
import { conflictField } from './invitation-page.ts';
import { partName } from './part-words.ts';
import { atWork } from './review-handler.ts';
import { openAssignment, postedText, reviewerOf, signedInAssignment } from './reviewer-visit.ts';

export const askToRecuse = (kit: WebKit): Handler =>
  atWork(kit, (req, res, found) => {
    kit.page(res, 200, recusePage(kit, req, found, false));
  });

export const recuseAtWork = (kit: WebKit): Handler =>
  atWork(kit, async (req, res, found) => {
    const conflict = cleanText(postedText(req, 'conflict'));
    if (conflict.trim() === '') {
      kit.page(res, 422, recusePage(kit, req, found, true));
      return;
    }
    const input = { assignmentId: found.id, conflict };
    const done = await kit.deps.write((unit) => recuse(unit, reviewerOf(found), input));
    if (done.ok) res.redirect(303, paths.review(visitOf(req).lang, found.id));
    else refuseReviewer(kit, req, res, found, done.refusal);
  });

function recusePage(kit: WebKit, req: Request, found: ReviewersAssignment, wrong: boolean) {
  const { t, lang, csrf } = visitOf(req);
  const field = conflictField(t, postedText(req, 'conflict'), wrong);
  const problems = field.error === undefined ? [] : [{ field: field.id, message: field.error }];
  const model = {
    page: kit.chrome(req, { module: found.definition, problems }),
    form: {
      action: paths.reviewPart(lang, found.id, 'recuse'),
      csrf,
      fields: [field],
      open: true,
    },
    back: paths.review(lang, found.id),
  };
  return h(RecusePage, { t, model });
}

/** The reviewer's own words as a text file: also when the review is over, but not while it is paused. Nothing of the case. */
export const takeText =
  (kit: WebKit): Handler =>
  (req, res) => {
    const found = openAssignment(kit, req) ?? signedInAssignment(kit, req);
    const own = found && ownReview(kit.deps.db, found.id);
    if (found === undefined || own?.savedAt === undefined || found.door === 'paused') {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    const { t } = visitOf(req);
    const words: FormWords = { definition: found.definition, t };
    const parts = reviewParts(found.definition.rubric).map(
      (part) => `${partName(words, part)}\n\n${rowsAsText(draftRows(words, part, own.draft))}`,
    );
    res.attachment('review.txt').type('text/plain; charset=utf-8').send(parts.join('\n\n'));
  };
