import type { Detector, Searched, Span } from './finding.ts';
import { digitsIn, spansOf } from './finding.ts';
import { hitsAfter } from './hits-after.ts';
import { ACCOUNT_WORDS, DOCUMENTS, ID_ACRONYMS, ID_WORDS, OF_ELSE, POSSESSED } from './id-words.ts';

/** Shapes that are an official number of a person wherever they stand. */
const SHAPES: readonly RegExp[] = [
  /\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b/gu, // CURP, Mexico
  /(?<![\w-])\d{3}-\d{6}-\d{4}[A-Z]\b/gu, // cédula, Nicaragua
  /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/gu, // social security, United States
  /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/gu, // CPF, Brazil
  /(?<![\w-])\d{5}-\d{7}-\d(?![\w-])/gu, // CNIC, Pakistan
  /(?<!\d|\d[ ,.])(?!(?:19|20)\d{2} (?:19|20)\d{2})[2-9]\d{3} \d{4} \d{4}(?![\d,.]| \d)/gu, // Aadhaar, India
  /(?<!\d|\d[ ,.])[12] \d{2} \d{2} \d{2} \d{3} \d{3}(?: \d{2})?(?![\d,.])/gu, // social security, France
  /(?<!\d|\d[ ,.])1 (?:19|20)\d{2} [78] \d{7} \d \d{2}(?!\d)/gu, // national identity, Rwanda
  /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gu, // national insurance, United Kingdom
  /(?<![\w/.-])756\.\d{4}\.\d{4}\.\d{2}(?![\w-])/gu, // AVS, Switzerland
  /(?<![\w/.-])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\w-])/gu, // national register, Belgium
  /(?<![\w/.-])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![\w-])/gu, // RUT, Chile and Uruguay
  /(?<![\w/.-])\d{2}-\d{8}-\d(?![\w-])/gu, // CUIL, Argentina
  /(?<![\w/.,-])\d{8}[A-HJ-NP-TV-Z](?![\w-])/gu, // DNI, Spain
  /(?<![\w/.+,-])\d{6}-\d{4,5}(?![\w/-]|[.,]\d)/gu, // Sweden, Denmark, Latvia
  /(?<![\w/.,-])[A-Z]{1,2}\d{7,8}[A-Z]?(?![\w/-])/gu, // passports, foreigners' cards
  /(?<![\w/.,-])\d{9}[VX](?![\w-])/gu, // NIC, Sri Lanka
  /(?<![\w/-])\d{3}-\d{2}C\d{5}(?![\w-])/gu, // registration with UNHCR
  /(?<![\w/.,-])\d{13,20}(?![\w/-]|[.,]\d)/gu,
];
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/gu;

/**
 * What follows a word for such a number: a little text without digits, then letters in capitals and digits in pieces,
 * each piece with its own sign before it.
 */
const NUMBER =
  /^(?:[^\d\n.]|\.(?! \p{Lu})){0,40}?(?<hit>(?<![\w/.-])(?:[A-Z]{1,4}[ .-]?)?\d[A-Z\d]{0,24}(?:[ ./-](?=[A-Z]{0,6}\d)[A-Z\d]{1,20}){0,8}(?:-[A-Z]{1,4}\b)?(?![\p{L}%]))/du;
/** A day, a span of years, a number of thousands. */
const NO_NUMBER =
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}$|^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$|^(?:19|20)\d{2}[-/ ](?:19|20)\d{2}$|^[1-9]\d{0,2}[ ,]\d{3}$/u;
const FEWEST_DIGITS = 5;
const DIGITS_ENOUGH = new RegExp(`(?:\\d\\D*){${FEWEST_DIGITS}}`, 'u');
/** After a word for any document the number must be long, or begin with letters. */
const LONG_ENOUGH = 6;

/** Numbers under which an office knows a person. */
export const findIdNumbers: Detector = (text) =>
  DIGITS_ENOUGH.test(text.plain)
    ? [...SHAPES.flatMap((shape) => spansOf(shape, text.plain)), ...ibans(text), ...named(text), ...onDocuments(text)]
    : [];

const onDocuments = ({ plain, masked }: Searched): readonly Span[] =>
  hitsAfter(spansOf(DOCUMENTS, masked), NUMBER, masked).filter(({ start, end }) => {
    const hit = plain.slice(start, end);
    return digitsIn(hit) >= LONG_ENOUGH && !NO_NUMBER.test(hit);
  });

function named({ plain, masked }: Searched): readonly Span[] {
  const possessed = spansOf(POSSESSED, plain).filter(({ start, end }) => !OF_ELSE.test(plain.slice(start, end + 10)));
  return [
    ...[ID_WORDS, ID_ACRONYMS].flatMap((words) => hitsAfter(spansOf(words, plain), NUMBER, plain)),
    ...hitsAfter([...spansOf(ACCOUNT_WORDS, plain), ...possessed], NUMBER, masked),
  ].filter(({ start, end }) => {
    const hit = plain.slice(start, end);
    return digitsIn(hit) >= FEWEST_DIGITS && !NO_NUMBER.test(hit);
  });
}

function ibans({ plain }: Searched): readonly Span[] {
  return spansOf(IBAN, plain).filter(({ start, end }) => isIban(plain.slice(start, end).replace(/ /gu, '')));
}

/** ISO 13616: the remainder of the rearranged number by 97 is 1. */
function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/gu, (sign) => String(sign.charCodeAt(0) - 55));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
