import type { Clock } from '../../ports/clock.ts';

/** The machine's clock; the only place of the service that asks it. */
export const systemClock: Clock = { now: () => new Date() };
