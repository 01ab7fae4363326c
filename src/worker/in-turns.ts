import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds for which a request may have to wait. */
const TURN_MS = 10;

/** Goes through many things in short turns; between them requests are answered. */
export async function* inTurns<T>(all: Iterable<T>): AsyncGenerator<T> {
  let began = performance.now();
  for (const one of all) {
    yield one;
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
