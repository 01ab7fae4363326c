import { statSync } from 'node:fs';
import path from 'node:path';
import { postsInAll } from './measure-operation.ts';
import type { Operation, Writing } from './operations/operation.ts';
import { inBatches, seedFolder, within, type SeededFolder } from './seeding/seed-folder.ts';
import { serveAndMeasure, type Run, type Served } from './serve-and-measure.ts';
import type { Surroundings } from './service/service-process.ts';
import { silentMail, slowForge } from './service/silent-servers.ts';
import { temporaryFolder } from './undo-on-signals.ts';

export interface SizeFigures extends Served {
  readonly cases: number;
  readonly seededInSeconds: number;
  readonly databaseMegabytes: number;
}

const FORGE_SECONDS = 2;

/**
 * Seeds a folder, brings the service up on it, and measures everything. Pages come first, on exactly so many cases;
 * then the cases for all that is posted once are put in, and the service is started again.
 */
export async function runSize(cases: number, run: Run): Promise<SizeFigures> {
  const { folder, remove } = temporaryFolder('bench');
  const mail = await silentMail();
  try {
    const seeded = await seedFolder(folder, cases);
    const databaseMegabytes = Math.round(statSync(path.join(folder, 'fieldstone.db')).size / 1e6);
    run.say(`${String(cases)} cases, ${String(databaseMegabytes)} MB, seeded in ${seeded.seconds.toFixed(1)} s`);
    const served = await serve({ folder, mailPort: mail.port }, seeded, run);
    return { cases, seededInSeconds: seeded.seconds, databaseMegabytes, ...served };
  } finally {
    mail.close();
    remove();
  }
}

async function serve(place: Surroundings, seeded: SeededFolder, run: Run): Promise<Served> {
  const { module } = seeded;
  const isWriting = (one: Operation): one is Writing => one.kind === 'write';
  const readings = run.operations.filter((one) => !isWriting(one));
  const writings = run.operations.filter(isWriting);
  const first = await serveAndMeasure(place, module, readings, run);
  if (writings.length === 0) return first;
  await fill(seeded, writings, run);
  const beside = writings.filter(({ withSlowForge }) => withSlowForge);
  const posted = await serveAndMeasure(
    place,
    module,
    writings.filter((one) => !beside.includes(one)),
    run,
  );
  const operations = [...first.operations, ...posted.operations];
  const { afterLoad } = posted;
  if (beside.length === 0) return { ...first, operations, afterLoad };
  const forge = await slowForge(FORGE_SECONDS);
  try {
    const queued = await serveAndMeasure({ ...place, forgePort: forge.port }, module, beside, run);
    return { ...first, afterLoad, operations: [...operations, ...queued.operations] };
  } finally {
    forge.close();
  }
}

async function fill({ folder, cases }: SeededFolder, writings: readonly Writing[], run: Run): Promise<void> {
  const count = postsInAll(run);
  await within(folder, cases, 1, (seeds) => {
    inBatches(
      seeds,
      writings.map((one) => () => {
        one.fill(seeds, count);
      }),
    );
  });
}
