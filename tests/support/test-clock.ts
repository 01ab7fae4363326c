import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  constructor(start = '2026-11-25T09:00:00.000Z') {
    this.#now = new Date(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  pass({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void {
    this.#now = new Date(this.#now.getTime() + days * 86_400_000 + minutes * 60_000);
  }
}
