import { runCloseChange } from './jobs/close-change.ts';
import { runLookAtChange } from './jobs/look-at-change.ts';
import { runMergeChange } from './jobs/merge-change.ts';
import { runPublish } from './jobs/publish.ts';
import { runReadModule } from './jobs/read-module.ts';
import { runReleaseDecision } from './jobs/release-decision.ts';
import { runLetter } from './jobs/send-letter.ts';
import type { JobHandlers } from './run-worker.ts';

/** What runs each kind of job; a kind without a handler does not compile. */
export const jobHandlers: JobHandlers = {
  letter: runLetter,
  release_decision: runReleaseDecision,
  publish: runPublish,
  merge_change: runMergeChange,
  close_change: runCloseChange,
  look_at_change: runLookAtChange,
  read_module: runReadModule,
};
