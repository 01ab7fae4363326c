import type { JobHandler } from '../run-worker.ts';

/** Somebody wants a module to be read again; a repository that did not move costs one question. */
export const runReadModule: JobHandler<'read_module'> = async (deps, _job, _claimed, signal) => {
  await deps.registry.refresh(deps.write, signal);
  return 'done';
};
