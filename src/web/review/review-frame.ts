import type { Request } from 'express';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { NameFound, ReviewFrame } from '../../../views/review/review-layout.tsx';
import type { BlindedPractice, OwnReview, ReviewersAssignment } from '../../db/queries/reviewer-desk.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { identifiersShown } from '../../domain/safety/seen-texts.ts';
import { passedOnTexts } from '../../domain/review/review-texts.ts';
import { reviewParts, type ReviewPart } from '../../domain/review/review-parts.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { partName } from './part-words.ts';
import { practiceModel } from './practice-model.ts';

export interface FrameInput {
  readonly found: ReviewersAssignment;
  readonly practice: BlindedPractice;
  readonly own: OwnReview;
  /** The page shown; none is the overview. */
  readonly part: ReviewPart | undefined;
  readonly problems?: readonly ErrorItem[];
}

/** What stands around every page of a review: the practice, the way through the pages, and what happened just now. */
export function reviewFrame(kit: WebKit, req: Request, input: FrameInput): ReviewFrame {
  const { t, lang } = visitOf(req);
  const { found, own, part } = input;
  const { definition } = found;
  const words: FormWords = { definition, t };
  const day = (when: Date | undefined) => when && t.date(when, definition.policy.timeZone);
  return {
    page: kit.chrome(req, { module: definition, problems: input.problems }),
    module: phraseOf(definition, lang, 'module.title'),
    practice: practiceModel(words, input.practice),
    parts: [
      ...reviewParts(definition.rubric).map((one) => ({
        label: partName(words, one),
        href: `${paths.reviewPart(lang, found.id, one.id)}#review`,
        current: one.id === part?.id,
      })),
      { label: t('review.step_overview'), href: `${paths.review(lang, found.id)}#review`, current: part === undefined },
    ],
    due: day(found.reviewDue),
    sent: found.door === 'submitted' ? day(own.sent?.at) : undefined,
    returned: found.returnedNote,
    news: newsIn(req),
    names: namesFound(words, found, own, partsToCheck(definition, req, part)),
  };
}

const happenings = ['saved', 'sent', 'extended', 'accepted'] as const;

const newsIn = (req: Request): ReviewFrame['news'] => happenings.find((one) => one === req.query['done']);

/** On a page its own words and those just saved are looked at; on the overview all. */
function partsToCheck({ rubric }: ModuleDefinition, req: Request, part: ReviewPart | undefined): ReviewPart[] {
  const all = reviewParts(rubric);
  return part === undefined ? [...all] : all.filter(({ id }) => id === part.id || id === req.query['saved']);
}

/** A warning, never a refusal: rules do not understand what they read. */
function namesFound(
  words: FormWords,
  { id }: ReviewersAssignment,
  { draft }: OwnReview,
  parts: readonly ReviewPart[],
): NameFound[] {
  return parts.flatMap((part) =>
    passedOnTexts(part, draft).flatMap(({ field, text }) =>
      identifiersShown(text).map(({ excerpt }) => ({
        excerpt,
        where: partName(words, part),
        href: `${paths.reviewPart(words.t.lang, id, part.id)}#${field}`,
      })),
    ),
  );
}
