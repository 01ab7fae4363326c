import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.ts';

const PATIENCE_MS = 60_000;

/** Waits until nothing is due and nothing runs. */
export async function comesToRest(house: House): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const busy = "select count(*) from jobs where state = 'running' or (state = 'due' and run_after <= ?)";
  while (Date.now() < until) {
    const now = new Date(Date.now()).toISOString();
    if ((await house.look((db) => db.prepare(busy).pluck().get(now))) === 0) return;
    await pause(50);
  }
  throw new Error('There is still something to do');
}
