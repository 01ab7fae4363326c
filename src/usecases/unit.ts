import type { Reader, Sync, Tx } from '../db/in-transaction.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { ModuleId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keys } from '../ports/keys.ts';
import type { Random } from '../ports/random.ts';

/** The modules as last read from their content repositories. */
export interface Modules {
  /** The definition in force, or undefined for an unknown module or one whose repository was never readable. */
  current(module: ModuleId): ModuleDefinition | undefined;
}

/** One unit of work: an open transaction and what use cases may ask. A use case names what it takes: `Pick<Unit, …>`. */
export interface Unit {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly modules: Modules;
}

/**
 * The only way to write. Runs the work in one durable transaction and answers after the commit; a refusal is a value
 * returned before the first write, a fault is thrown and leaves nothing.
 */
export type Write = <T>(work: (unit: Unit) => Sync<T>) => Promise<T>;

/** What a use case needs that only reads: the database itself will do. */
export interface ReadingUnit {
  readonly tx: Reader;
  readonly clock: Clock;
}
