import { partText, type ReviewPart } from '../../domain/review/review-parts.ts';
import type { ReviewDraft } from '../../domain/review/review.ts';
import type { Keys } from '../../ports/keys.ts';

/** What one page of a draft held when it was shown: a save of a page that changed since then is told so. */
export const reviewMark = (keys: Pick<Keys, 'hash'>, part: ReviewPart, draft: ReviewDraft): string =>
  keys.hash('body', `${part.id}\n${partText(part, draft)}`);
