import type { Detector } from './finding.ts';
import { digitsIn, hitsOf } from './finding.ts';

const WORDS =
  '(?:\\b(?:case|file|docket|complaint|incident|police report|occurrence book|crime|court file|dossier|affaire|proc[èe]s-verbal|pv|plainte|expediente|causa|denuncia|carpeta de investigaci[óo]n|folio|legajo|sumario|processo|inqu[ée]rito|boletim de ocorr[êe]ncia|jalada|kesi)(?!\\p{L})|(?:ال)?قضية|(?:ال)?ملف|(?:ال)?محضر|(?:ال)?شكوى|(?:ال)?بلاغ|(?:ال)?دعوى)';
const NUMBER_SIGN = '(?:numbers?|no|nr|n[°ºo]|n[úu]m(?:ero)?|num[ée]ro|ref(?:erence)?|namba|رقمها|رقمه|برقم|رقم|#)';
const PIECES = '[A-Z\\d]{0,8}\\d[A-Z\\d]{0,12}(?:[./ -]{1,2}[A-Z]{0,6}\\d[A-Z\\d]{0,12}|[./-][A-Z]{1,6}){0,6}';

/** "case number 4711", "dossier n° 12/2020": a word, a sign of a number, the number. */
const NUMBERED = new RegExp(
  `${WORDS}[^\\d\\n.;]{0,25}?${NUMBER_SIGN}[.:]? {0,2}(?<hit>(?:[A-Z]{1,5}[ /-])?${PIECES})(?![\\d,%])`,
  'dgiu',
);
/** "the case is registered as OB 114/03/2023", "expediente 000318-ORM4-2021-PN": a number in pieces says it itself. */
const IN_PIECES = new RegExp(
  `${WORDS}[^\\d\\n.;]{0,30}?(?<hit>(?:\\b[A-Z]{1,5}[ /-])?[A-Z\\d]{0,8}\\d[A-Z\\d]{0,12}(?:[/-][A-Z\\d]{1,12}){1,6})(?![\\d,%])`,
  'dgiu',
);
/** Entries of police books that carry their own letters. */
const BOOKS = /\b(?<hit>(?:OB|CR|RB|FIR|DR|CCTNS|CAS|GR|ND)(?: ?[Nn]o\.?)?[ /-]?\d{1,6}\/\d{1,6}(?:\/\d{2,4})?)\b/dgu;
const BARE_YEARS = /^(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?$/u;

/** Numbers under which the police or a court knows a case. */
export const findCaseNumbers: Detector = ({ plain }) =>
  [...hitsOf(NUMBERED, plain), ...hitsOf(IN_PIECES, plain), ...hitsOf(BOOKS, plain)].filter(({ start, end }) => {
    const hit = plain.slice(start, end).trim();
    return digitsIn(hit) >= 2 && !BARE_YEARS.test(hit);
  });
