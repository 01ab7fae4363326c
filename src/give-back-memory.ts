import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Nobody has asked for anything for so long. Clearing up then takes a twentieth of a second. */
const REST_MS = 2000;

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
  let rested = true;
  collect(everything);
  server.on('request', () => (asked = true));
  const timer = setInterval(() => {
    if (!asked && !rested) collect(everything);
    rested = !asked;
    asked = false;
  }, restMs);
  timer.unref();
  server.on('close', () => {
    clearInterval(timer);
  });
}

/** The only way in which Node lets a program ask for it while it runs. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
