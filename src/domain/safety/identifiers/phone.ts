import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js';
import type { Detector, Searched, Span } from './finding.ts';
import { digitsIn, hitsOf, spansOf } from './finding.ts';

const INTERNATIONAL =
  /(?<![\w/.-])(?:\+|00 ?(?=[1-9]))(?: ?\(\d{1,4}\))? ?\d(?:(?:[ ().-]{0,2}|-?\r?\n)\d){6,14}(?![\w/])/gu;
/** A trunk zero, then groups: 06 39 98 12 34, (022) 123 456, 0790000000. */
const WITH_TRUNK_ZERO = /(?<![\w/.,+-])\(?0\d(?:[ ().-]{0,2}\d){6,10}(?![\w/]|[.,]\d)/gu;
const NORTH_AMERICAN = /(?<![\w/.-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[.-]\d{4}(?![\w-])/gu;
/** A number that the end of a line has cut in two: the line ends in two groups or more, the next begins with one. */
const CUT =
  /(?<![\w/.,+-])\(?\d{2,4}\)?(?:[ .-]\d{2,4}){1,4}[ .-]?\r?\n\d{2,4}(?:[ .-]\d{2,4}){0,4}(?![\w/-]|[.,]\d|[ \r]*\n *\d)/gu;
/** Eight digits with a hyphen in the middle; ranges of years and pages are masked. */
const TWO_FOURS = /(?<![\w/.,+-])(?<!\d )[2-9]\d{3}-\d{4}(?![\w/-]|[.,]\d)/gu;
/** Ten or eleven digits in one piece are no count that anybody writes. */
const ONE_PIECE = /(?<![\w/.,-])\d{9,12}(?![\w/-]|[.,]\d)/gu;
const ANY_GROUPS = /(?<![\w/.,+-])\(?\d{1,5}\)?(?:[ ./-]?\d{2,5}){1,5}(?![\w/]|[.,]\d)/gu;
/** Words that only lead to a number: "call", "tel.", "joignable au". */
const TO_CALL = [
  'phone|telephone|tel|mobile|cell|cellphone|call|dial|ring|reach|reachable|whats ?app|viber|sms|hotline|contact number',
  't[ée]l|t[ée]l[ée]phone|portable|cellulaire|joignable|joindre|jointe?|appeler|appelez|num[ée]ro',
  'tel[ée]fonos?|celular|m[óo]vil|llamar(?:la|le|lo|nos)?|llame|marcar|marque',
  'ligar|telefone|simu|piga|namba',
].join('|');
/** Words that also count or tell of calls: "4 812 330 calls". */
const OF_CALLS = [
  'phoned|called|caller|dialled|rang|rings|text|texted|contact|line|reached',
  't[ée]l[ée]phon(?:er|é|ez)|appelé|appelle|permanence',
  'llam(?:e|en|ó|ada)|mensaje|recado',
].join('|');
const ARABIC = 'هاتف|جوال|موبايل|محمول|الاتصال|اتصل|التواصل|تواصل|واتساب|تلفون|رسالة على|الرقم';
const CALLING = new RegExp(`(?<!\\p{L})(?:${TO_CALL}|${OF_CALLS})(?!\\p{L})|${ARABIC}`, 'giu');
/** Straight after a word of calling even what could be an amount is a number to call: "call 700 000 000". */
const STRAIGHT_AFTER = new RegExp(
  `(?:(?<!\\p{L})(?:${TO_CALL})(?!\\p{L})|${ARABIC})[^\\d\\n]{0,12}(?<hit>\\d{2,5}(?:[ .-]\\d{2,5}){1,5})(?![\\w/]|[.,]\\d)`,
  'dgiu',
);
const WINDOW = 90;
const SHORTEST = 7;
/** No telephone number has fewer digits, and most texts have none but a year's. */
const DIGITS_ENOUGH = /(?:\d\D*){5}/u;

/** Numbers that ring a person. Short public codes (911, 116) are none. */
export const phoneDetector =
  (countries: readonly string[]): Detector =>
  (text) =>
    DIGITS_ENOUGH.test(text.plain) ? numbersIn(text, countries) : [];

function numbersIn(text: Searched, countries: readonly string[]): readonly Span[] {
  return [
    ...spansOf(INTERNATIONAL, text.plain),
    ...cutInTwo(text),
    ...[WITH_TRUNK_ZERO, NORTH_AMERICAN, TWO_FOURS, ONE_PIECE].flatMap((shape) => spansOf(shape, text.masked)),
    ...afterCalling(text),
    ...hitsOf(STRAIGHT_AFTER, text.plain).filter((span) => isLong(text.plain, span)),
    ...countries
      .filter((country) => isSupportedCountry(country))
      .flatMap((country) =>
        findPhoneNumbersInText(text.masked, { defaultCountry: country })
          .filter(({ number }) => number.isValid())
          .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
      ),
  ];
}

/** Columns of figures look alike, so the number begins with a trunk zero or a word stands before it. */
function cutInTwo({ plain }: Searched): readonly Span[] {
  return spansOf(CUT, plain).filter((span) => {
    if (!isLong(plain, span)) return false;
    const ahead = plain.slice(Math.max(0, span.start - WINDOW), span.start);
    if (/^\(?\d{3}\)?[ .-]\d{3}\r?\n\d{4}$/u.test(plain.slice(span.start, span.end))) return true;
    return /^\(?0[1-9]/u.test(plain.slice(span.start)) || (ahead.search(CALLING) !== -1 && /[^\n]$/u.test(ahead));
  });
}

/** Any groups of digits soon after a word of calling. */
function afterCalling({ masked }: Searched): readonly Span[] {
  const words = spansOf(CALLING, masked);
  return spansOf(ANY_GROUPS, masked).filter((span) => {
    if (!isLong(masked, span)) return false;
    return words.some((word) => word.end <= span.start && span.start - word.end <= WINDOW);
  });
}

const isLong = (text: string, { start, end }: Span): boolean => digitsIn(text.slice(start, end)) >= SHORTEST;
