import { secrets } from '../seeding/cast.ts';
import { browserOf } from '../seeding/submission-rows.ts';

const cookie = (name: string, value: string): string =>
  `fieldstone-pre=${secrets.pre}${name === '' ? '' : `; fieldstone-${name}=${value}`}`;

/** Who is at the browser. */
export const asAnybody = cookie('', '');
export const asCurator = cookie('sid', secrets.curator);
export const asReviewer = cookie('sid', secrets.reviewer);
export const asReviewerAtWork = cookie('browser', secrets.reviewersBrowser);
export const asSubmitterOf = (id: string): string => cookie('draft', browserOf(id));
