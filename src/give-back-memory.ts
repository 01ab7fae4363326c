import type { Server } from 'node:http';
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Nobody has asked for anything for so long. Clearing up then takes a twentieth of a second. */
const REST_MS = 2000;
/** Bytes more than after the last time: less is not worth it. */
const WORTH_IT = 16_000_000;

/** The unused pages too, which V8 would keep in a pool. */
const everything = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;
type Collect = (what: typeof everything) => void;

/**
 * Gives memory back to the machine after the start and whenever the service rests after work. V8 keeps what it once
 * took and waits for more work before it clears up; on a machine that others share it may be needed elsewhere.
 *
 * @param restMs without a request, in milliseconds
 */
export function giveBackMemory(server: Server, restMs = REST_MS): void {
  const collect = collector();
  let asked = false;
  let kept = 0;
  const clearUp = (): void => {
    if (!asked && memoryUsage.rss() > kept + WORTH_IT) {
      collect(everything);
      kept = memoryUsage.rss();
    }
    asked = false;
  };
  clearUp();
  server.on('request', () => (asked = true));
  const timer = setInterval(clearUp, restMs).unref();
  server.on('close', () => {
    clearInterval(timer);
  });
}

/** The only way in which Node lets a program ask for it while it runs. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
