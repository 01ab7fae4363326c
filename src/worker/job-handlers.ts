import { runCloseChange, runLookAtChange, runMergeChange, runPublish } from './jobs/forge-jobs.ts';
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
