import type { WorkerDeps } from './worker-deps.ts';

/** What time itself causes, looked at on every turn of the worker: each part asks the database and may run twice. */
export async function clockwork(deps: WorkerDeps, signal: AbortSignal): Promise<void> {
  await deps.registry.refresh(deps.write, signal);
}
