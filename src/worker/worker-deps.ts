import type { Reader } from '../db/in-transaction.ts';
import type { ModuleId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Forge } from '../ports/forge.ts';
import type { Keys } from '../ports/keys.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Random } from '../ports/random.ts';
import type { Write } from '../usecases/unit.ts';
import type { ModuleRegistry } from './module-registry.ts';

export interface WorkerDeps {
  readonly db: Reader;
  readonly write: Write;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly registry: ModuleRegistry;
  readonly forgeOf: (module: ModuleId) => Forge;
  readonly mailer: Mailer;
  /** What letters link to. */
  readonly baseUrl: string;
  readonly log: WorkerLog;
}

export interface WorkerLog {
  jobFailed(kind: string, error: unknown): void;
}
