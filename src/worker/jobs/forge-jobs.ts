import type { JobHandler } from '../run-worker.ts';

export const runPublish: JobHandler<'publish'> = () => Promise.resolve('done');
export const runMergeChange: JobHandler<'merge_change'> = () => Promise.resolve('done');
export const runCloseChange: JobHandler<'close_change'> = () => Promise.resolve('done');
export const runLookAtChange: JobHandler<'look_at_change'> = () => Promise.resolve('done');
