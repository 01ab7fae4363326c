import type { Searched } from './finding.ts';

const BLANK = '\uE000';

/** Arabic-Indic, Persian and full-width digits and signs, one unit each, to the Western ones. */
function westernSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x066b) return '.';
  if (code === 0x066c) return ',';
  return /[\u2010-\u2015\u2212]/u.test(sign) ? '-' : ' ';
}

const MONTH =
  '(?:jan(?:uary|vier)?|feb(?:ruary)?|f[ée]vrier|mar(?:ch|s|zo)?|apr(?:il)?|avril|may|mai|june?|juin|jul[yi]?|juillet|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|d[ée]c(?:ember|embre)?|enero|febrero|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre)';

const LAWS =
  'laws?|acts?|lois?|ley|leyes|leis?|decrees?|d[ée]crets?|decretos?|resolutions?|r[ée]solutions?|resoluci[óo]n(?:es)?|ordinance|ordonnance|sections?|articles?|art[íi]culos?|sheria|grants?|ethics|protocols?|approval|agreement|project|award';
/** "Act of 2010", "loi organique n° …": a few words, but nobody who works there and could be called. */
const UP_TO_NUMBER =
  '(?:[^\\d\\n\\p{L}]{0,4}(?!(?:tel|t[ée]l|phone|mobile|cell|call|co-?ord|officer|manager|leader|assist|worker|staff|case|whats)\\p{L}*)\\p{L}{1,12}){0,3}[^\\d\\n\\p{L}]{0,4}';

/** What only looks like the number of a person. Each is blanked before telephone numbers are looked for. */
const MASKS: readonly RegExp[] = [
  /https?:\/\/[^\s<>"]{1,2000}/giu,
  /\b(?:doi:?|10\.\d{4,9}\/)[^\s,;]{1,200}/giu,
  /\b(?:isbn|issn|eissn)(?:-1[03])?\W{0,3}[\dX][\dX -]{6,20}[\dX]/giu,
  /\b(?:pmid|pmc|nct|isrctn|pactr|orcid|ctri|actrn|anzctr|clinicaltrials\.gov)\W{0,3}[\d/-]{4,25}/giu,
  /(?<![\w/])[AES]\/[A-Z0-9./() -]{3,40}\d/gu,
  /(?<![\d/.-])(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?![/-]?\d|\w)/gu,
  /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)?\d{2}(?![/-]?\d|\w)/gu,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|er)?(?: de)? ${MONTH}\\.?,?(?: de| del)? (?:19|20)\\d{2}\\b`, 'giu'),
  /\b(?:19|20)\d{2} ?[-/] ?(?:19|20)?\d{2}\b/gu,
  new RegExp(
    `(?<!\\p{L})(?:${LAWS})(?!\\p{L}| de protection)${UP_TO_NUMBER}\\d[\\dA-Z./-]{0,18}|(?:قانون|القانون|قرار|القرار|نظام|النظام|المادة)(?! الحماية)[^\\d\\n]{0,25}\\d[\\d./-]{0,18}`,
    'giu',
  ),
  /(?:\b(?:usd|eur|gbp|inr|jod|slle?|tnd|tzs|ars|kes|ugx|rwf|xof|xaf|pkr|lrd|us\$)|[$€£₹]) ?\d[\d., ]{0,20}/giu,
  /(?<![\d.,])\d[\d., ]{0,20}(?: ?%| per cent| por ciento| pour cent| (?:usd|eur|gbp|inr|jod|sll|tnd|tzs|ars|dollars?|euros?|pesos?|rupees|shillings)\b)/giu,
  // Thousands, but not the last groups of a number that begins with a trunk zero: 0491 570 156.
  /(?<!(?<!\d)0\d{1,4}[ .-])\b[1-9]\d{0,2}(?:[ ,.]\d{3}){1,3}(?![\d-]|[ ,.]\d)/gu,
  /\bpp?\. ?\d{1,4} ?- ?\d{1,4}\b/gu,
];

/** Makes a text ready to be searched; offsets stay those of the text that was given. */
export function searched(text: string): Searched {
  const plain = text.replace(
    /[\u0660-\u0669\u06F0-\u06F9\uFF01-\uFF5E\u066B\u066C\u2010-\u2015\u2212\u00A0\u202F\u2009\t]/gu,
    westernSign,
  );
  const masked = MASKS.reduce((left, mask) => left.replace(mask, (hit) => BLANK.repeat(hit.length)), plain);
  return { plain, masked };
}

/** The spans of sentences; a full stop inside a number or an abbreviation of one letter ends none. */
export function sentencesOf(text: string): readonly { readonly start: number; readonly text: string }[] {
  let start = 0;
  const ends = Array.from(text.matchAll(/(?<!\b\p{L})[.!?؟](?=\s)|\n/gu), (match) => match.index + 1);
  return [...ends, text.length].map((end) => {
    const sentence = { start, text: text.slice(start, end) };
    start = end;
    return sentence;
  });
}
