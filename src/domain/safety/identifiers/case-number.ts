import type { Detector, Span } from './finding.ts';
import { digitsIn, hitsOf, spansOf } from './finding.ts';
import { hitsAfter } from './hits-after.ts';

const LATIN_WORDS = [
  'case|file|docket|complaint|incident|occurrence|crime|police report|occurrence book|court file|blotter|charge sheet',
  'dossier|affaire|proc[èe]s-verbal|pv|plainte|parquet|proc[ée]dure|notice|instruction',
  'expediente|causa|denuncia|carpeta|folio|legajo|sumario|diligencias|proceso|juicio|noticia criminal|parte policial',
  'processo|inqu[ée]rito|boletim de ocorr[êe]ncia|jalada|kesi',
].join('|');
const ARABIC_WORDS = '(?:ال)?قضية|(?:ال)?ملف|(?:ال)?محضر|(?:ال)?شكوى|(?:ال)?بلاغ|(?:ال)?دعوى|(?:ال)?ضبط';
const WORDS = `(?:(?<!\\p{L})(?:${LATIN_WORDS})(?!\\p{L})|${ARABIC_WORDS})`;
const WORD = new RegExp(WORDS, 'giu');
/** A reference says what it is only near the police or a court: `PUBLIC` references stand with studies and grants. */
const REFERENCE =
  /(?<!\p{L})(?:ref(?:erence)?|r[ée]f[ée]rence|referencia|matter|entered|registered|stored under)(?!\p{L})/giu;
const PUBLIC = /ethic|éthi|ético|grant|approv|committee|trial|project|survey|standard|table|\bdoc\b|لجنة|منحة/iu;
const NUMBER_SIGN =
  'numbers?|no|nr|n[°ºo]|n[úu]ms?(?:ero)?|num[ée]ro|ref(?:erence)?|namba|رقمها|رقمه|برقم|رقم|عدد|فهرس|#';

const LETTERS = '(?:(?<![\\w/.-])(?:[A-Z]{1,8}[./-]){0,3}[A-Z]{1,8}[ ./-])?';
const PIECE = '[A-Z\\d]{0,8}\\d[A-Z\\d]{0,24}';
const ARABIC_PIECE = '/ ?[\\u0621-\\u064A]{1,2}(?![\\u0621-\\u064A])(?: [\\u0621-\\u064A](?![\\u0621-\\u064A]))?';
/** Pieces after the first; each begins with its own sign, so that there is one way to read them. */
const MORE = `(?:[./-][A-Z\\d]{1,20}|${ARABIC_PIECE})`;
const END = '(?![\\d,%]|\\p{L})';

/** "case number 4711", "dossier n° 12/2020": a word, a sign of a number, the number. */
const NUMBERED_WORD = new RegExp(`${WORDS}[^\\d\\n.;]{0,25}?(?:${NUMBER_SIGN})(?!\\p{L})`, 'giu');
const NUMBERED = new RegExp(`^[.:]? {0,2}(?<hit>${LETTERS}${PIECE}(?: ?${MORE}){0,8}(?: [A-Z]{2,5}\\b)?)${END}`, 'du');
/** "the case is registered as OB 114/03/2023", "expediente 000318-ORM4-2021-PN": a number in pieces says it itself. */
const IN_PIECES = new RegExp(`^[^\\n]{0,80}?(?<![\\w/.-])(?<hit>${LETTERS}\\b${PIECE}${MORE}{1,8})${END}`, 'du');
/** So long a run of digits after such a word is the number of the case. */
const LONG = /^[^\d\n]{0,30}(?<hit>\d{15,24})(?![\w/-])/du;
/** Entries of police books that carry their own letters. */
const BOOKS =
  /\b(?<hit>(?:OB|SD|CR|CRB|RB|FIR|DR|CCTNS|CAS|GR|ND|PV|RP|RMP|RUC|RIT|NUC|SPOA|JDA)(?: ?(?:[Nn]o|[Rr]ef)\.?)?[ /-]?\d{1,6}\/\d{1,6}(?:[/-]\d{1,6}){0,2})\b/dgu;
const BARE_YEARS = /^(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?$/u;
const SHORTEST = 2;
const AROUND = 100;

/** "10-14 days", "1/3" and "2.5-3.0" are figures; a reference has letters, a stroke with digits enough, or many pieces. */
function isReference(plain: string, { start, end }: Span): boolean {
  const hit = plain.slice(start, end);
  const digits = digitsIn(hit);
  if (!/[/-]/u.test(hit) || digits < 4) return false;
  return /[A-Z/]/u.test(hit) || digits >= 7 || hit.split(/[./-]/u).length > 2;
}

/** Numbers under which the police or a court knows a case. */
export const findCaseNumbers: Detector = ({ plain, masked }) => {
  const words = spansOf(WORD, masked);
  const references = spansOf(REFERENCE, masked).filter(
    ({ start, end }) => !PUBLIC.test(plain.slice(Math.max(0, start - AROUND), end + AROUND)),
  );
  return [
    ...hitsAfter(spansOf(NUMBERED_WORD, plain), NUMBERED, plain),
    ...hitsAfter([...words, ...references], IN_PIECES, masked).filter((span) => isReference(plain, span)),
    ...hitsAfter(words, LONG, masked),
    ...hitsOf(BOOKS, plain),
  ].filter(({ start, end }) => {
    const hit = plain.slice(start, end);
    return digitsIn(hit) >= SHORTEST && !BARE_YEARS.test(hit);
  });
};
