import type { InterfaceLanguage } from './languages.ts';

/**
 * Arabic is written with Latin digits here. Codes (a receipt, `P-K7Q2M`), addresses and what people type into date
 * fields are Latin everywhere; two sets of digits on one page invite mistakes when somebody reads a date or a code out
 * on the telephone. All Arab countries read them; half of them write nothing else.
 */
export const localeTags: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-u-ca-gregory-nu-latn',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * A date in words, never a time of day.
 * @param when a day `2026-03-31`, which is that day everywhere, or an instant, whose day depends on the zone
 * @param timeZone IANA name
 */
export function formatDate(locale: string, when: string | Date, timeZone: string): string {
  const isDay = typeof when === 'string' && DAY.test(when);
  const [zone, instant] = [isDay ? 'UTC' : timeZone, new Date(when)];
  const key = `${locale} ${zone} ${String(Math.floor(instant.getTime() / QUARTER_OF_AN_HOUR))}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const words = sayDate(locale, zone, instant);
  if (said.size >= MOST_KEPT) said.clear();
  said.set(key, words);
  return words;
}

/** Milliseconds. Wherever people live, days begin at a full quarter of an hour of UTC. */
const QUARTER_OF_AN_HOUR = 900_000;
const MOST_KEPT = 5000;
/** Lists show the same dates again and again, and putting one into words takes as long as the rest of its row. */
const said = new Map<string, string>();

function sayDate(locale: string, timeZone: string, instant: Date): string {
  const words = dateFormat(locale, timeZone).format(instant);
  // French counts the first day of a month; the locale data does not know it.
  return locale === localeTags.fr ? words.replace(/^1 /, '1er ') : words;
}

function dateFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  dateFormats.set(key, made);
  return made;
}
