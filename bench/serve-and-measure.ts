import Database from 'better-sqlite3';
import path from 'node:path';
import { secretKeys } from '../src/adapters/keys/secret-keys.ts';
import type { ModuleDefinition } from '../src/domain/module/definition.ts';
import type { LoadSender } from './load/load-sender.ts';
import { measureOperation, type Effort, type Measured, type On } from './measure-operation.ts';
import type { Operation } from './operations/operation.ts';
import { memoryOf, settle, type Memory, type Settled } from './service/process-figures.ts';
import { SECRET, startService, type Surroundings } from './service/service-process.ts';

/** How a run of the service was, and each operation in it. */
export interface Served {
  readonly startedInMs: number;
  /** What it did of itself after its first answer, until it came to rest. */
  readonly settled: Settled;
  readonly idle: Memory;
  readonly afterLoad: Memory;
  readonly operations: readonly Measured[];
}

/** Stands around the measuring of an operation, to look into the service meanwhile. */
export interface Watch {
  readonly flags: readonly string[];
  around(on: On, operation: Operation, measure: () => Promise<Measured>): Promise<Measured>;
}

export const noWatch: Watch = { flags: [], around: (_on, _operation, measure) => measure() };

export interface Run extends Effort {
  readonly operations: readonly Operation[];
  readonly sender: LoadSender;
  readonly watch: Watch;
  readonly say: (line: string) => void;
}

/** Starts the service on a folder, lets it rest, measures, and ends it. */
export async function serveAndMeasure(
  surroundings: Surroundings,
  module: ModuleDefinition,
  operations: readonly Operation[],
  run: Run,
): Promise<Served> {
  const server = await startService({ ...surroundings, flags: run.watch.flags });
  const db = new Database(path.join(surroundings.folder, 'fieldstone.db'), { readonly: true });
  try {
    const settled = await settle(server.pid);
    const idle = memoryOf(server.pid);
    const stage = { url: server.url, module, keys: secretKeys(Buffer.from(SECRET, 'utf8')), db };
    const on: On = { stage, server, sender: run.sender };
    const measured: Measured[] = [];
    for (const operation of operations) {
      run.say(`  ${operation.id}`);
      await settle(server.pid);
      measured.push(await run.watch.around(on, operation, () => measureOperation(on, operation, run)));
    }
    const afterLoad = memoryOf(server.pid);
    return { startedInMs: server.startedInMs, settled, idle, afterLoad, operations: measured };
  } finally {
    db.close();
    await server.stop();
  }
}
