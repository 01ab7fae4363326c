import { openChanges, type OpenChange } from '../db/queries/open-changes.ts';
import type { Forge } from '../ports/forge.ts';
import { lookAtChange } from './jobs/look-at-change.ts';
import type { WorkerDeps } from './worker-deps.ts';

const LOOK_EVERY_MS = 15 * 60_000;

/**
 * Holds our rows against the forge: at the start, every quarter of an hour, and whenever the default branch moved. So a
 * change that somebody merged or closed out there is known without anybody telling us. A repository that is down is
 * looked at again next time, and keeps none of the others waiting.
 */
export class ChangeFollower {
  readonly #deps: WorkerDeps;
  readonly #heads = new Map<Forge, string>();
  readonly #lookedAt = new Map<Forge, number>();

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  async look(signal: AbortSignal): Promise<void> {
    for (const [forge, changes] of this.#byForge(openChanges(this.#deps.db))) {
      try {
        await this.#lookAtAll(forge, changes, signal);
      } catch (error) {
        this.#deps.log.jobFailed('look_at_change', error);
      }
    }
  }

  #byForge(open: readonly OpenChange[]): Map<Forge, OpenChange[]> {
    return Map.groupBy(open, ({ module }) => this.#deps.forgeOf(module));
  }

  async #lookAtAll(forge: Forge, changes: readonly OpenChange[], signal: AbortSignal): Promise<void> {
    const head = await forge.head(signal);
    const now = this.#deps.clock.now().getTime();
    const isTime = Math.abs(now - (this.#lookedAt.get(forge) ?? -Infinity)) >= LOOK_EVERY_MS;
    if (!isTime && this.#heads.get(forge) === head) return;
    for (const { id } of changes) await lookAtChange(this.#deps, id, signal);
    this.#heads.set(forge, head);
    this.#lookedAt.set(forge, now);
  }
}
