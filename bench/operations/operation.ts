import type Database from 'better-sqlite3';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { Keys } from '../../src/ports/keys.ts';
import type { Shot } from '../load/shot.ts';
import type { Seeds } from '../seeding/seeds.ts';

/** A running service, and what a look into its database tells. */
export interface Stage {
  readonly url: string;
  readonly module: ModuleDefinition;
  readonly keys: Keys;
  readonly db: Database.Database;
}

interface Common {
  readonly id: string;
  /** In a few words for the table. */
  readonly about: string;
  /** What the requests are, ready to be sent. */
  readonly shots: (stage: Stage) => Shot[] | Promise<Shot[]>;
}

/** Pages that are asked for again and again. */
export interface Reading extends Common {
  readonly kind: 'read';
}

/** Forms that are posted once each: `fill` puts so many cases into the database for them. */
export interface Writing extends Common {
  readonly kind: 'write';
  readonly fill: (seeds: Seeds, count: number) => void;
  /** The forge keeps silent meanwhile. */
  readonly withSlowForge: boolean;
}

export type Operation = Reading | Writing;
