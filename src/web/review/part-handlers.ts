import { h } from 'preact';
import type { Request } from 'express';
import { PartPage } from '../../../views/review/part-page.tsx';
import { ownReview, type ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import { nextPart, partNamed, withPart, type ReviewPart } from '../../domain/review/review-parts.ts';
import { paths } from '../../paths.ts';
import { reviewMark } from '../../usecases/review/review-mark.ts';
import { saveReviewPart } from '../../usecases/review/save-review-part.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { draftRows } from './draft-rows.ts';
import { refuseReviewer } from './invitation-handlers.ts';
import { partBlocks } from './part-blocks.ts';
import { readPart, type PartTyped } from './read-part.ts';
import { reviewFrame } from './review-frame.ts';
import { atWork, deskOf } from './review-handler.ts';
import { bodyOf, openAssignment, postedText, reviewerOf } from './reviewer-visit.ts';

export const showPart = (kit: WebKit): Handler =>
  atWork(kit, (req, res, found) => {
    const part = partOfAddress(req, found);
    if (part === undefined) kit.refuse(req, res, { kind: 'not_found' });
    else kit.page(res, 200, partPage(kit, req, found, part));
  });

/** Saves one page and goes on to the next, or to the same one with room for another request. */
export const savePart =
  (kit: WebKit): Handler =>
  async (req, res) => {
    const found = openAssignment(kit, req);
    const part = found && partOfAddress(req, found);
    if (found === undefined || part === undefined) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    const read = readPart(part, bodyOf(req));
    const input = { assignmentId: found.id, part, typed: read.typed, seen: postedText(req, 'seen') };
    const { lang } = visitOf(req);
    const done = await kit.deps.write((unit) => saveReviewPart(unit, reviewerOf(found), { ...input, language: lang }));
    if (done.ok && Object.keys(read.loose).length > 0) kit.page(res, 422, partPage(kit, req, found, part, { read }));
    else if (done.ok) res.redirect(303, onwards(kit, req, found, part));
    else if (done.refusal.kind === 'changed_meanwhile')
      kit.page(res, 409, partPage(kit, req, found, part, { read, beaten: true }));
    else refuseReviewer(kit, req, res, found, done.refusal);
  };

function partOfAddress(req: Request, { definition }: ReviewersAssignment): ReviewPart | undefined {
  const { part } = req.params;
  return typeof part === 'string' ? partNamed(definition.rubric, part) : undefined;
}

function onwards(kit: WebKit, req: Request, { id, definition }: ReviewersAssignment, part: ReviewPart): string {
  const { lang } = visitOf(req);
  if (bodyOf(req)['add'] !== undefined) return `${paths.reviewPart(lang, id, part.id)}?add=yes#requests`;
  const next = nextPart(definition.rubric, part, ownReview(kit.deps.db, id).draft);
  const way = next === undefined ? paths.review(lang, id) : paths.reviewPart(lang, id, next.id);
  return `${way}?done=saved&saved=${part.id}#review`;
}

interface Answered {
  readonly read?: PartTyped;
  /** Another window saved this page first. */
  readonly beaten?: boolean;
}

function partPage(
  kit: WebKit,
  req: Request,
  found: ReviewersAssignment,
  part: ReviewPart,
  { read, beaten = false }: Answered = {},
) {
  const { t, lang, csrf } = visitOf(req);
  const words: FormWords = { definition: found.definition, t };
  const desk = deskOf(kit, found);
  const stored = desk.own.draft;
  const blocks = partBlocks(words, part, {
    draft: read === undefined ? stored : withPart(stored, part, read.typed),
    loose: read?.loose ?? {},
    adding: req.query['add'] !== undefined,
    fields: found.definition.form.fields.map(({ id }) => id).filter((id) => Object.hasOwn(desk.practice.answers, id)),
  });
  const problems = blocks.flatMap((block) =>
    block.kind === 'noted' && block.field.error !== undefined
      ? [{ field: block.field.id, message: block.field.error }]
      : [],
  );
  const model = {
    frame: reviewFrame(kit, req, { ...desk, part, problems }),
    kind: part.kind,
    action: paths.reviewPart(lang, found.id, part.id),
    csrf,
    seen: reviewMark(kit.deps.keys, part, stored),
    blocks,
    stored: beaten ? draftRows(words, part, stored) : undefined,
  };
  return h(PartPage, { t, model });
}
