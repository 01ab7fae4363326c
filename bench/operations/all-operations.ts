import { decide } from './deciding.ts';
import type { Operation } from './operation.ts';
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
