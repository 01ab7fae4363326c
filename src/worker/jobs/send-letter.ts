import type { JobHandler } from '../run-worker.ts';

export const runLetter: JobHandler<'letter'> = () => Promise.resolve('done');
