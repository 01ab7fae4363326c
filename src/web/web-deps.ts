import type { Reader } from '../db/in-transaction.ts';
import type { ModuleId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { DefinitionMistake } from '../domain/module/mistakes.ts';
import type { CaseExporter } from '../ports/case-exporter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';
import type { Forge } from '../ports/forge.ts';
import type { Keys } from '../ports/keys.ts';
import type { Matcher } from '../ports/matcher.ts';
import type { OutboxFolder } from '../ports/outbox-folder.ts';
import type { Random } from '../ports/random.ts';
import type { Write } from '../usecases/unit.ts';

/** The modules as the pages need them: in force, pinned, and what is wrong with the newest. */
export interface WebModules {
  current(module: ModuleId): ModuleDefinition | undefined;
  all(): readonly ModuleDefinition[];
  /** Mistakes of a newer definition that was refused; the last good one stays in force. */
  mistakes(module: ModuleId): readonly DefinitionMistake[];
}

/** Where the service can be reached, and how it presents itself. */
export interface Site {
  /** Scheme and host that letters name, without a slash at the end. */
  readonly baseUrl: string;
  /** https: cookies with `__Host-` and `Secure`, HSTS and upgrade; http only on loopback. */
  readonly secure: boolean;
  readonly demonstration: boolean;
  /** True when `BASE_URL` was set: then the Host header must match. */
  readonly checkHost: boolean;
  readonly trustProxy: string | false;
}

export interface WebDeps {
  readonly db: Reader;
  readonly write: Write;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly modules: WebModules;
  readonly forgeOf: (module: ModuleId) => Forge;
  readonly site: Site;
  readonly disk: Disk;
  readonly matcher: Matcher;
  readonly exporter: CaseExporter;
  /** In the demonstration: the letters that were written to the folder. */
  readonly outbox: OutboxFolder | undefined;
  /** Asks the worker to look for work now, and resolves when what is due has been tried (or after a moment). */
  readonly lookNow: () => Promise<void>;
  readonly log: RequestLog;
}

export interface RequestLog {
  fault(reference: string, error: unknown): void;
  /** Route pattern, never an address: it may hold a token. */
  answered(entry: { method: string; route: string; status: number; ms: number; reference?: string }): void;
}
