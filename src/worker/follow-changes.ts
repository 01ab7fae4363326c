import { openChanges, type OpenChange } from '../db/queries/open-changes.ts';
import type { Forge } from '../ports/forge.ts';
import { recordSight } from '../usecases/publication/record-sight.ts';
import type { WorkerDeps } from './worker-deps.ts';

const LOOK_EVERY_MS = 15 * 60_000;

/**
 * Holds our rows against the forge: at the start, every quarter of an hour, and whenever the default branch moved. So a
 * change that somebody merged or closed out there is known without anybody telling us.
 */
export class ChangeFollower {
  readonly #deps: WorkerDeps;
  readonly #heads = new Map<Forge, string>();
  #lookedAt = 0;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  async look(signal: AbortSignal): Promise<void> {
    const open = openChanges(this.#deps.db);
    if (open.length === 0) return;
    const now = this.#deps.clock.now().getTime();
    const isTime = now - this.#lookedAt >= LOOK_EVERY_MS;
    for (const [forge, changes] of this.#byForge(open)) {
      const head = await forge.head(signal);
      if (!isTime && this.#heads.get(forge) === head) continue;
      for (const change of changes) await this.#lookAt(forge, change, signal);
      this.#heads.set(forge, head);
    }
    if (isTime) this.#lookedAt = now;
  }

  #byForge(open: readonly OpenChange[]): Map<Forge, OpenChange[]> {
    return Map.groupBy(open, ({ module }) => this.#deps.forgeOf(module));
  }

  async #lookAt(forge: Forge, { id: publicationId, branch }: OpenChange, signal: AbortSignal): Promise<void> {
    const change = await forge.findChange(branch, signal);
    await this.#deps.write((unit) => {
      recordSight(unit, { publicationId, change });
    });
  }
}
