import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js';
import type { Detector, Searched, Span } from './finding.ts';
import { digitsIn, hitsOf, spansOf } from './finding.ts';

const INTERNATIONAL = /(?<![\w/.-])(?:\+|00 ?(?=[1-9]))(?: ?\(\d{1,4}\))? ?\d(?:[ ().-]{0,2}\d){6,14}(?![\w/])/gu;
/** A trunk zero, then groups: 06 39 98 12 34, (022) 123 456, 0790000000. */
const WITH_TRUNK_ZERO = /(?<![\w/.,+-])\(?0\d(?:[ ().-]{0,2}\d){6,10}(?![\w/]|[.,]\d)/gu;
const NORTH_AMERICAN = /(?<![\w/.-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?!\w)/gu;
/** Ten or eleven digits in one piece are no count that anybody writes. */
const ONE_PIECE = /(?<![\w/.,-])\d{9,12}(?![\w/-]|[.,]\d)/gu;
const ANY_GROUPS = /(?<![\w/.,+-])\d{2,5}(?:[ .-]?\d{2,5}){1,5}(?![\w/]|[.,]\d)/gu;
const CALLING =
  /\b(?:phone|telephone|tel|mobile|cell|call(?:ed)?|ring|reach(?:ed|able)?|whats ?app|text her|hotline|contact number|t[ée]l|t[ée]l[ée]phone|portable|joignable|appeler|num[ée]ro|tel[ée]fono|celular|m[óo]vil|llamar(?:la|le|lo)?|recado|ligar|telefone|simu|piga|namba)(?!\p{L})|هاتف|جوال|موبايل|الاتصال|اتصل|واتساب|تلفون/giu;
/** Straight after a word of calling even what could be an amount is a number to call: "call 700 000 000". */
const STRAIGHT_AFTER = new RegExp(
  `(?:${CALLING.source})[^\\d\\n]{0,12}(?<hit>\\d{2,5}(?:[ .-]\\d{2,5}){1,5})(?![\\w/]|[.,]\\d)`,
  'dgiu',
);
const WINDOW = 90;
const SHORTEST = 7;

/** Numbers that ring a person. Short public codes (911, 116) are none. */
export function phoneDetector(countries: readonly string[]): Detector {
  return (text) => [
    ...spansOf(INTERNATIONAL, text.plain),
    ...[WITH_TRUNK_ZERO, NORTH_AMERICAN, ONE_PIECE].flatMap((shape) => spansOf(shape, text.masked)),
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

/** Any groups of digits soon after a word of calling. */
function afterCalling({ masked }: Searched): readonly Span[] {
  const words = spansOf(CALLING, masked);
  return spansOf(ANY_GROUPS, masked).filter((span) => {
    if (!isLong(masked, span)) return false;
    return words.some((word) => word.end <= span.start && span.start - word.end <= WINDOW);
  });
}

const isLong = (text: string, { start, end }: Span): boolean => digitsIn(text.slice(start, end)) >= SHORTEST;
