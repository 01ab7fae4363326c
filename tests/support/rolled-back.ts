import type { Service } from '../../src/compose.ts';
import type { Unit, Write } from '../../src/usecases/unit.ts';
import { createApp } from '../../src/web/app.ts';
import type { Express } from 'express';

class RolledBack extends Error {}

/** The pages of a service on whose data nothing is ever changed: each answer is as it would be, then all is undone. */
export function rolledBackApp(service: Service): { app: Express; writes: () => number } {
  let writes = 0;
  const write: Write = (work) => {
    writes += 1;
    let done: { value: Awaited<ReturnType<typeof work>> } | undefined;
    return service
      .write((unit: Unit) => {
        done = { value: work(unit) as never };
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (error instanceof RolledBack && done !== undefined) return done.value as never;
        throw error;
      });
  };
  const now = service.web.clock.now();
  const lookNow = () => Promise.resolve();
  const app = createApp({ ...service.web, write, lookNow, clock: { now: () => now } }, 'public');
  return { app, writes: () => writes };
}
