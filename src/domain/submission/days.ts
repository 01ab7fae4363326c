import type { Branded } from '../ids.ts';
import { remember } from '../remember.ts';

/** A calendar day as `YYYY-MM-DD`. People are promised days, never times. Days compare as text. */
export type Day = Branded<'Day'>;

const MILLISECONDS_A_DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times its use. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

const dayOfUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day;
const utcOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day it is at an instant in a time zone (IANA name). Throws RangeError for a zone that does not exist. */
export const dayOf = remember(
  10_000,
  (instant: Date, timeZone: string) => `${timeZone} ${String(instant.getTime())}`,
  reckonDay,
);

function reckonDay(instant: Date, timeZone: string): Day {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${String(parts.get('year')).padStart(4, '0')}-${String(parts.get('month'))}-${String(parts.get('day'))}` as Day;
}

/** A day that exists, read from `YYYY-MM-DD`; anything else, the 30th of February included, is undefined. */
export function readDay(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && dayOfUtc(milliseconds) === text ? (text as Day) : undefined;
}

/** The day `days` later; earlier when negative. Calendar arithmetic: no hour of summer time is gained or lost. */
export const addDays = (day: Day, days: number): Day => dayOfUtc(utcOfDay(day) + days * MILLISECONDS_A_DAY);

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOfUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** How many days `to` is after `from`; negative when before. */
export const daysBetween = (from: Day, to: Day): number => (utcOfDay(to) - utcOfDay(from)) / MILLISECONDS_A_DAY;

/** The first instant of a day in a time zone, to the second; where the zone skipped that day, of the next. */
export const startOfDay = (day: Day, timeZone: string): Date => new Date(startInMilliseconds(day, timeZone));

const startInMilliseconds = remember(1000, (day: Day, timeZone: string) => `${timeZone} ${day}`, reckonStart);

function reckonStart(day: Day, timeZone: string): number {
  // No zone is further than 14 hours from UTC; halving finds the boundary whatever summer time does at midnight.
  let before = utcOfDay(day) / 1000 - 16 * 3600;
  let from = before + 32 * 3600;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(new Date(middle * 1000), timeZone) < day) before = middle;
    else from = middle;
  }
  return from * 1000;
}

/** The last millisecond of a day in a time zone: something due on a day is late after this instant. */
export const endOfDay = (day: Day, timeZone: string): Date =>
  new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1);

/** The end of the day that is `days` after the day of `instant`: how every promise of so many days is reckoned. */
export const endOfDayAfter = (instant: Date, days: number, timeZone: string): Date =>
  endOfDay(addDays(dayOf(instant, timeZone), days), timeZone);
