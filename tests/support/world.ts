import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import { exampleContent } from './example-content.ts';
import { systemRandom } from '../../src/adapters/random/system-random.ts';
import { compose, type RepositoryPart, type Service } from '../../src/compose.ts';
import type { ModuleId } from '../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import type { Random } from '../../src/ports/random.ts';
import { createApp } from '../../src/web/app.ts';
import type { RequestLog } from '../../src/web/web-deps.ts';
import type { WorkerLog } from '../../src/worker/worker-deps.ts';
import { TestClock } from './test-clock.ts';

export const MODULE = 'security-sector' as ModuleId;

/** A whole service on a folder of its own: real database, real repository, the outbox folder, a clock that is set. */
export interface World {
  readonly service: Service;
  readonly app: Express;
  readonly clock: TestClock;
  readonly folder: string;
  readonly repository: string;
  readonly module: ModuleDefinition;
  /** Every fault that was logged; a test that ends with one has failed. */
  readonly faults: unknown[];
  close(): void;
}

export interface WorldOptions {
  readonly mailer?: Mailer;
  /** Left out, the machine's own. */
  readonly random?: Random;
  /** Told everything beside `faults`. */
  readonly log?: RequestLog & WorkerLog;
  readonly demonstration?: boolean;
  /** Where its folder is made; left out, where temporary files are. */
  readonly home?: string;
  /** The content repositories; left out, the one local folder, which is seeded in any case. */
  readonly repositories?: (folder: string) => Promise<readonly RepositoryPart[]>;
}

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(path.join(options.home ?? tmpdir(), 'fieldstone-test-'));
  const repository = path.join(folder, 'content.git');
  const clock = new TestClock();
  const faults: unknown[] = [];
  const signal = AbortSignal.timeout(60_000);
  await seedLocalRepository(repository, exampleContent(), signal);
  const service = compose({
    dataFolder: folder,
    secret: Buffer.alloc(32, 7),
    site: {
      baseUrl: 'http://127.0.0.1:3000',
      secure: false,
      demonstration: options.demonstration ?? true,
      checkHost: false,
      trustProxy: false,
    },
    repositories: (await options.repositories?.(repository)) ?? [{ kind: 'local', folder: repository }],
    clock,
    random: options.random ?? systemRandom,
    log: {
      fault: (reference, error) => {
        faults.push(error);
        options.log?.fault(reference, error);
      },
      answered: (entry) => options.log?.answered(entry),
      jobFailed: (kind, error) => {
        faults.push(error);
        options.log?.jobFailed(kind, error);
      },
    },
    ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
  });
  await service.registry.refresh(service.write, signal);
  const module = service.registry.current(MODULE);
  if (module === undefined)
    throw new Error(`The example module is broken: ${JSON.stringify(service.registry.mistakes(MODULE))}`);
  return {
    service,
    app: createApp(service.web, 'public'),
    clock,
    folder,
    repository,
    module,
    faults,
    close: () => {
      service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Keeps letters in memory instead of files. */
export class KeptMail implements Mailer {
  readonly sent: Mail[] = [];
  send(mail: Mail): Promise<void> {
    this.sent.push(mail);
    return Promise.resolve();
  }
}
