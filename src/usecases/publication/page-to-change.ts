import { changeUnderWay, publishedPage, type PublishedPage } from '../../db/queries/practice-page.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { Answers } from '../../domain/module/form.ts';
import type { PublicId } from '../../domain/ids.ts';
import { namedPractice } from '../../domain/publication/named-practice.ts';
import type { ReadingUnit } from '../unit.ts';

/** Where a case goes: to a page of its own, to one that is online, or to one that is not there (any more). */
export type PageToChange =
  | { readonly kind: 'own' }
  | { readonly kind: 'gone'; readonly publicId: PublicId }
  | { readonly kind: 'change'; readonly publicId: PublicId; readonly page: PublishedPage };

export function pageToChange(
  { tx }: Pick<ReadingUnit, 'tx'>,
  { module }: Pick<SubmissionRow, 'module'>,
  answers: Answers,
): PageToChange {
  const publicId = namedPractice(answers);
  if (publicId === undefined) return { kind: 'own' };
  const page = publishedPage(tx, module, publicId);
  return page === undefined ? { kind: 'gone', publicId } : { kind: 'change', publicId, page };
}

/** Why the page that an update names cannot be changed now; undefined when nothing is in the way. */
export type ChangeObstacle = 'practice_gone' | 'practice_busy';

export function changeObstacle(unit: Pick<ReadingUnit, 'tx'>, submission: SubmissionRow): ChangeObstacle | undefined {
  const { answers } = theVersion(unit.tx, submission.id, submission.version);
  const target = pageToChange(unit, submission, answers);
  if (target.kind === 'own') return undefined;
  if (target.kind === 'gone') return 'practice_gone';
  // A hold over the practice stops every change of its page, whoever brings it.
  const stopped = target.page.original.held;
  return stopped || changeUnderWay(unit.tx, target.publicId, submission.id) ? 'practice_busy' : undefined;
}
