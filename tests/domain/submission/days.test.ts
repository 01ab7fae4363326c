import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  endOfDayAfter,
  readDay,
  startOfDay,
  type Day,
} from '../../../src/domain/submission/days.ts';

const day = (text: string): Day => readDay(text) ?? assert.fail(`${text} is no day`);
const zones = [
  'UTC',
  'Africa/Nairobi',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('A day', () => {
  it('is the one at that place', () => {
    const instant = new Date('2026-03-01T21:30:00Z');
    assert.equal(dayOf(instant, 'Africa/Nairobi'), '2026-03-02');
    assert.equal(dayOf(instant, 'America/Bogota'), '2026-03-01');
  });

  it('is read only where it exists', () => {
    assert.deepEqual(['2028-02-29', '2026-02-29', '2026-13-01', '1.3.2026', ''].map(readDay), [
      '2028-02-29',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses a zone that does not exist', () => {
    assert.throws(() => dayOf(new Date(0), 'Africa/Atlantis'), RangeError);
  });

  it('is shortened to the end of a month', () => {
    assert.equal(addMonths(day('2026-01-31'), 1), '2026-02-28');
    assert.equal(addMonths(day('2027-02-28'), 12), '2028-02-28');
    assert.equal(addMonths(day('2026-11-15'), 12), '2027-11-15');
  });

  it('added to and counted back is the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, days) => {
        assert.equal(daysBetween(from, addDays(from, days)), days);
      }),
    );
  });
});

describe('The end of a day', () => {
  it('is an hour earlier or later by UTC when the clocks have changed', () => {
    assert.equal(endOfDay(day('2026-03-28'), 'Europe/Berlin').toISOString(), '2026-03-28T22:59:59.999Z');
    assert.equal(endOfDay(day('2026-03-29'), 'Europe/Berlin').toISOString(), '2026-03-29T21:59:59.999Z');
  });

  it('holds where midnight does not exist', () => {
    // In Beirut the clocks went from 24:00 to 01:00 that night.
    assert.equal(startOfDay(day('2025-03-30'), 'Asia/Beirut').toISOString(), '2025-03-29T22:00:00.000Z');
  });

  it('is still that day, and a millisecond later the next, in every zone', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (each, zone) => {
        const end = endOfDay(each, zone);
        assert.equal(dayOf(end, zone), each);
        assert.equal(dayOf(new Date(end.getTime() + 1), zone), addDays(each, 1));
      }),
    );
  });

  it('after so many days counts from the day at that place', () => {
    assert.equal(
      endOfDayAfter(new Date('2026-03-01T21:30:00Z'), 7, 'Africa/Nairobi').toISOString(),
      '2026-03-09T20:59:59.999Z',
    );
  });
});
