import { exampleFiles } from '../../src/cli/example-files.ts';
import { beginRepository, compose, type Service } from '../../src/compose.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import { SECRET } from '../service/service-process.ts';
import { seedCast } from './cast.ts';
import { seedCase } from './seed-case.ts';
import { makeSeeds, type Seeds } from './seeds.ts';
import path from 'node:path';

const BATCH = 2000;

export interface SeededFolder {
  readonly folder: string;
  readonly cases: number;
  readonly module: ModuleDefinition;
  readonly seconds: number;
}

/** Fills a data folder with so many cases. */
export async function seedFolder(folder: string, cases: number): Promise<SeededFolder> {
  const started = performance.now();
  await beginRepository(path.join(folder, 'content.git'), exampleFiles(), AbortSignal.timeout(60_000));
  const module = await within(folder, cases, 0, (seeds) => {
    const each = Array.from({ length: cases }, (_, index) => () => {
      seedCase(seeds, index);
    });
    const cast = (): void => {
      seedCast(seeds);
    };
    inBatches(seeds, [cast, ...each]);
    return seeds.module;
  });
  return { folder, cases, module, seconds: (performance.now() - started) / 1000 };
}

/** Opens the folder of a service that does not run, and lets rows be put into it. `more` tells one seeding from the next. */
export async function within<T>(folder: string, cases: number, more: number, work: (seeds: Seeds) => T): Promise<T> {
  const service = onFolder(folder);
  try {
    await service.registry.refresh(service.write, AbortSignal.timeout(60_000));
    // A crash of the machine while seeding only means to begin again.
    service.db.$client.pragma('synchronous = OFF');
    return work(makeSeeds(service, cases, more));
  } finally {
    service.close();
  }
}

/** Each piece of work writes; so many of them share a transaction. */
export function inBatches(seeds: Seeds, pieces: readonly (() => void)[]): void {
  const { $client } = seeds.service.db;
  for (let from = 0; from < pieces.length; from += BATCH) {
    $client.transaction(() => {
      for (const piece of pieces.slice(from, from + BATCH)) piece();
    })();
  }
}

function onFolder(folder: string): Service {
  return compose({
    dataFolder: folder,
    secret: Buffer.from(SECRET, 'utf8'),
    site: {
      baseUrl: 'http://127.0.0.1',
      secure: false,
      demonstration: false,
      checkHost: false,
      trustProxy: false,
    },
    repositories: [{ kind: 'local', folder: path.join(folder, 'content.git') }],
    logLevel: 'error',
  });
}
