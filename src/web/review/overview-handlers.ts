import { h } from 'preact';
import type { Request } from 'express';
import { OverviewPage, type OverviewPageModel } from '../../../views/review/overview-page.tsx';
import type { OwnReview, ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import type { Rubric } from '../../domain/module/rubric.ts';
import { reviewParts, sameReview } from '../../domain/review/review-parts.ts';
import { countsForQuorum, type ReviewDraft } from '../../domain/review/review.ts';
import { total } from '../../domain/review/score.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { extendReview } from '../../usecases/assignment/extend-review.ts';
import { submitReview } from '../../usecases/review/submit-review.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { draftRows } from './draft-rows.ts';
import { refuseReviewer } from './invitation-handlers.ts';
import { missingIn } from './missing.ts';
import { partName } from './part-words.ts';
import { reviewFrame } from './review-frame.ts';
import { atWork, deskOf } from './review-handler.ts';
import { reviewerOf } from './reviewer-visit.ts';

export const showOverview = (kit: WebKit): Handler =>
  atWork(kit, (req, res, found) => {
    kit.page(res, 200, overviewPage(kit, req, found, false));
  });

export const submit = (kit: WebKit): Handler =>
  atWork(kit, async (req, res, found) => {
    const { lang } = visitOf(req);
    const done = await kit.deps.write((unit) => submitReview(unit, reviewerOf(found), { assignmentId: found.id }));
    if (done.ok) res.redirect(303, `${paths.review(lang, found.id)}?done=sent#review`);
    else if (done.refusal.kind === 'guard') kit.page(res, 422, overviewPage(kit, req, found, true));
    else refuseReviewer(kit, req, res, found, done.refusal);
  });

export const extend = (kit: WebKit): Handler =>
  atWork(kit, async (req, res, found) => {
    const { lang } = visitOf(req);
    const done = await kit.deps.write((unit) => extendReview(unit, reviewerOf(found), { assignmentId: found.id }));
    // Pressed twice, the second press finds that there is time enough: the page says by when.
    if (done.ok) res.redirect(303, `${paths.review(lang, found.id)}?done=extended#review`);
    else if (done.refusal.kind === 'changed_meanwhile') res.redirect(303, paths.review(lang, found.id));
    else refuseReviewer(kit, req, res, found, done.refusal);
  });

/** `tried`: it was to be sent, and something is missing. */
function overviewPage(kit: WebKit, req: Request, found: ReviewersAssignment, tried: boolean) {
  const { t, lang, csrf } = visitOf(req);
  const { definition, door, mayExtend } = found;
  const words: FormWords = { definition, t };
  const desk = deskOf(kit, found);
  const { draft } = desk.own;
  const missing = missingIn(words, found, draft);
  const message = t('review.not_sent', { count: missing.length });
  const model: OverviewPageModel = {
    frame: reviewFrame(kit, req, { ...desk, part: undefined, problems: tried ? [{ field: 'missing', message }] : [] }),
    missing,
    total: totalSoFar(t, definition.rubric, draft),
    uncounted: missing.length === 0 && !countsForQuorum(definition.rubric, draft),
    groups: reviewParts(definition.rubric)
      .map((part) => ({
        title: partName(words, part),
        change: `${paths.reviewPart(lang, found.id, part.id)}#review`,
        rows: draftRows(words, part, draft).filter(({ answer }) => answer !== undefined),
      }))
      .filter(({ rows }) => rows.length > 0),
    sending: sendingOf(definition.rubric, door, desk.own),
    csrf,
    submit: paths.reviewPart(lang, found.id, 'submit'),
    extend: mayExtend ? paths.reviewPart(lang, found.id, 'extend') : undefined,
    recuse: door === 'accepted' ? paths.reviewPart(lang, found.id, 'recuse') : undefined,
  };
  return h(OverviewPage, { t, model });
}

function totalSoFar(t: Translate, rubric: Rubric, draft: ReviewDraft): OverviewPageModel['total'] {
  const hundredths = total(rubric, draft.scores);
  if (hundredths === undefined) return undefined;
  const judged = rubric.criteria.filter(({ id }) => draft.scores[id]?.kind === 'scored').length;
  return { points: t.number(hundredths / 100), judged, of: rubric.criteria.length };
}

function sendingOf(
  rubric: Rubric,
  door: ReviewersAssignment['door'],
  { draft, sent }: OwnReview,
): OverviewPageModel['sending'] {
  if (sent === undefined) return 'first';
  return door === 'submitted' && sameReview(rubric, sent.answers, draft) ? 'same' : 'changed';
}
