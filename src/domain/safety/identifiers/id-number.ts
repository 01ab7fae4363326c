import type { Detector, Searched, Span } from './finding.ts';
import { digitsIn, hitsOf, spansOf } from './finding.ts';

/** Shapes that are an official number of a person wherever they stand. */
const SHAPES: readonly RegExp[] = [
  /\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b/gu, // CURP, Mexico
  /(?<![\w-])\d{3}-\d{6}-\d{4}[A-Z]\b/gu, // cédula, Nicaragua
  /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/gu, // social security, United States
  /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/gu, // CPF, Brazil
  /(?<![\w-])\d{5}-\d{7}-\d(?![\w-])/gu, // CNIC, Pakistan
  /(?<!\d|\d[ ,.])[2-9]\d{3} \d{4} \d{4}(?![\d,.]| \d)/gu, // Aadhaar, India
  /(?<!\d|\d[ ,.])[12] \d{2} \d{2} \d{2} \d{3} \d{3}(?: \d{2})?(?![\d,.])/gu, // social security, France
  /(?<!\d|\d[ ,.])1 (?:19|20)\d{2} [78] \d{7} \d \d{2}(?!\d)/gu, // national identity, Rwanda
  /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gu, // national insurance, United Kingdom
  /(?<![\w/.,-])\d{13,20}(?![\w/-]|[.,]\d)/gu,
];
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/gu;

/** A word for such a number, a little text, and the number itself. */
const NAMED =
  /(?:\b(?:(?:national|personal|voter|refugee|registration|proof of registration|unhcr|employee|badge|service|patient|beneficiary)(?:'s)? (?:id|identity|identification|registration|card|number|no)\b|id (?:number|no|card)|identity (?:card|number)|passport|birth certificate|driving licen[cs]e|social security|nin|ssn|c[ée]dula|dni|curp|pasaporte|documento de identidad|partida de nacimiento|carte d['’]identit[ée]|cni|passeport|s[ée]curit[ée] sociale|acte de naissance|cpf|rg|bilhete de identidade|passaporte|kitambulisho|nida|pasipoti|iban|account(?: number| no)|compte|cuenta)(?!\p{L})|(?:ال)?رقم(?:ها|ه)? (?:ال)?(?:وطني|قومي)|رقم (?:ال)?(?:هوية|هويتها|هويته|جواز|بطاقة|حساب)|جواز (?:ال)?سفر(?:ها|ه)?|بطاقة (?:ال)?(?:هوية|لاجئ))[^\d\n]{0,30}?(?<hit>\b(?=[A-Z\d])[A-Z]{0,4}[ -]?\d[A-Z\d]*(?:[ ./-]?[A-Z\d]*\d[A-Z\d]*){0,8}[A-Z]?)/dgiu;
const FEWEST_DIGITS = 5;

/** Numbers under which an office knows a person. */
export const findIdNumbers: Detector = (text) => [
  ...SHAPES.flatMap((shape) => spansOf(shape, text.plain)),
  ...ibans(text),
  ...hitsOf(NAMED, text.plain).filter(({ start, end }) => digitsIn(text.plain.slice(start, end)) >= FEWEST_DIGITS),
];

function ibans({ plain }: Searched): readonly Span[] {
  return spansOf(IBAN, plain).filter(({ start, end }) => isIban(plain.slice(start, end).replace(/ /gu, '')));
}

/** ISO 13616: the remainder of the rearranged number by 97 is 1. */
function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/gu, (sign) => String(sign.charCodeAt(0) - 55));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
