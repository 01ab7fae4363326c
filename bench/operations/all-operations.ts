import { decide } from './deciding.ts';
import type { NotThere, Operation } from './operation.ts';
import { approvePage } from './publishing.ts';
import { readings } from './readings.ts';
import { saveReviewPart } from './reviewing.ts';
import { saveDraft, sendSubmission, startDraft } from './submitting.ts';

/** Everything that is measured, in its order: pages first, because what is posted makes the tables longer. */
export const allOperations = (): readonly Operation[] => [
  ...readings,
  startDraft(),
  saveDraft(),
  sendSubmission(),
  saveReviewPart(),
  decide(),
  approvePage(),
];

/** What the goals name and the service does not have. */
export const notThere: readonly NotThere[] = [
  { id: 'g1_like_for_like', kind: 'not_there', about: 'all cases in one document' },
];
