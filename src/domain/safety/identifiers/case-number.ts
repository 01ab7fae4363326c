import type { Detector, Span } from './finding.ts';
import { digitsIn, hitsOf, spansOf } from './finding.ts';
import { hitsAfter } from './hits-after.ts';

const LATIN_WORDS = [
  'case|file|folder|docket|warrant|protection order|restraining order|complaint|incident|occurrence|crime|police report|occurrence book|court file|blotter|charge sheet',
  'dossier|affaire|signalement|cote|proc[èe]s-verbal|pv|plainte|parquet|proc[ée]dure|notice|instruction|convocation|ordonnance de protection',
  'expediente|atestado|queja|caso|causa|car[áa]tula|ficha|denuncia|carpeta|folio|legajo|sumario|diligencias|proceso|juicio|noticia criminal|parte policial|parte|acta|tr[áa]mite|medida de protección|orden de protección',
  'processo|inqu[ée]rito|boletim de ocorr[êe]ncia|jalada|kesi',
].join('|');
const ARABIC_WORDS =
  'أمر الحماية|قرار الحماية|مذكرة التوقيف|(?:ال)?قضية|(?:ال)?ملف|(?:ال)?محضر|(?:ال)?شكوى|(?:ال)?بلاغ|(?:ال)?دعوى|(?:ال)?ضبط|(?:ال)?حالة';
const WORDS = `(?:(?<!\\p{L})(?:${LATIN_WORDS})(?!\\p{L})|${ARABIC_WORDS})`;
const WORD = new RegExp(WORDS, 'giu');
/** A reference says what it is only near the police or a court: `PUBLIC` references stand with studies and grants. */
const REFERENCE =
  /(?<!\p{L})(?:ref(?:erence)?|r[ée]f[ée]rence|referencia|matter|entered|registered|stored under|wrote (?:it |this |her |that )?down|noted (?:it |this )?(?:down|under|as)|logged)(?!\p{L})/giu;
const MATTER = /(?<!\p{L})(?:matter|appeal|petition|suit|recurso|requête|pourvoi)(?!\p{L})/giu;
const PUBLIC =
  /(?<!\p{L})(?:ethic|éthi|ético|grant(?!ed)|approv|committee|trial (?:regist|number|id)|project|survey|standard|table(?!t)|doc(?!\p{L}))|لجنة|منحة/iu;
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
/** "case 45 of 2021", "القضية 312 لسنة 2021": a number and its year. */
const OF_YEAR =
  /^(?: no\.?| n[°º]\.?| رقم| عدد)?[:,]? ?(?<hit>(?:no\.? )?\d{1,6} (?:of|de|du|لسنة|لعام) (?:19|20)\d{2})(?!\d)/diu;
/** So long a run of digits after such a word is the number of the case. */
const LONG = /^[^\d\n]{0,30}(?<hit>\d{15,24})(?![\w/-])/du;
/** Entries of police books that carry their own letters. */
const BOOKS =
  /\b(?<hit>(?:OB|SD|CR|CRB|RB|FIR|DR|CCTNS|CAS|GR|ND|PV|RP|RMP|RUC|RIT|NUC|SPOA|JDA)(?: ?(?:[Nn]o|[Rr]ef)\.?)?[ /-]?\d{1,6}\/\d{1,6}(?:[/-]\d{1,6}){0,2})\b/dgu;
/** References as courts and police make them, wherever in the sentence the court or the police is spoken of. */
const PREFIX = '(?<![\\p{L}\\d/.-])(?:\\p{Lu}[\\p{L}]{0,7}(?:[./-]\\p{L}{1,8}){0,4}\\.?[./ -]?)';
const ARABIC_PREFIX =
  '(?<![\\u0621-\\u064A\\d/.-])[\\u0621-\\u064A]{1,2}(?:[ .][\\u0621-\\u064A]{1,2}){0,2}\\.? ?[/-] ?';
const SHAPE_END = '(?![\\p{L}\\d/%-]|[.,]\\d)(?: \\(\\d{1,3}\\))?';
const SHAPES = new RegExp(
  [
    `${PREFIX}\\d{1,7}(?:[/-][A-Z\\d]{1,7}){1,5}${SHAPE_END}`,
    `(?<![\\p{L}\\d/.-])(?=[A-Z\\d/-]{0,30}[A-Z])[A-Z\\d]{1,9}(?:[/-][A-Z\\d]{1,9}){1,6}${SHAPE_END}`,
    `(?<![\\p{L}\\d/.,-])\\d{1,7}/[A-Z]{1,8}(?:[/-][A-Z\\d]{1,7}){1,3}${SHAPE_END}`,
    `(?<![\\p{L}\\d/.,+-])\\d{2,6}(?:-\\d{1,7}){3,6}${SHAPE_END}`,
    `(?<![\\p{L}\\d/.,+-])\\d{2,6}-(?:19|20)\\d{2}-\\d{3,7}${SHAPE_END}`,
    `${ARABIC_PREFIX}\\d{1,7}(?: ?/ ?\\d{1,6}){0,3}${SHAPE_END}`,
    `(?<![\\p{L}\\d/.-])\\d{1,7} ?/ ?[\\u0621-\\u064A]{1,2}(?:[ .][\\u0621-\\u064A]{1,2}){0,2}\\.? ?/ ?\\d{1,6}${SHAPE_END}`,
  ].join('|'),
  'gu',
);
const BEFORE_COURT = new RegExp(
  `(?<!\\p{L})(?:${LATIN_WORDS}|her|his|she|slip|elle|r[ée]c[ée]piss[ée]|ella|court|tribunal|judge|matter|warrant|folder|convocation|police|acta|tr[áa]mite|parte|magistrates?|prosecutor|prosecution|police|station|statement|hearing|judg[e]?ment|appeal|accused|defendant|charged?|entered|registered|wrote (?:it |this )?down|noted|logged|filed|booked|juge|juges|jugement|audience|procureur|signalement|accusée?|prévenue?|enregistrée?|classée?|tribunal|caso|carátula|juzgado|jueza?|fiscal|fiscalía|sentencia|acta|acusad[ao]|ficha|registro|registrad[ao]|asentad[ao]|polic[íi]a|comisar[íi]a|processo|juiz)(?!\\p{L})|محكمة|محاكم|نيابة|قضية|ملف|محضر|مخفر|درك|شرطة|حالة|سجلت|قيدت|دعوى|شكوى|بلاغ`,
  'iu',
);
/** What laws, rules, reports and grants are called: their numbers are public. */
const RULE =
  /(?<!\p{L})(?:law|act|bill|code|decree|resolution|circular|(?<!protection |restraining |court |interim )order|form|template|version|edition|indicator|formulaire|formulario|indicador|indicateur|modelo|regulation|directive|direction|guid(?:eline|ance)s?|policy|protocol|grant|report|document|symbol|project|agreement|instruction|memorandum|standard|plan|loi|d[ée]cret|arr[êe]t[ée]|circulaire|ordonnance(?! de protection| d['’]éloignement)|r[èe]glement|r[ée]solution|directive|rapport|note|article|accord|projet|plan|convention|ley|decreto|acordadas?|resoluci[óo]n|ordenanza|directiva|reglamento|acuerdo|informe|protocolo|norma|art[íi]culo|convenio|proyecto|lei|portaria|subvention|subvenci[óo]n)(?!\p{L})[^.;\n]{0,30}$|(?:قانون|قرار|مرسوم|تعميم|منشور|نظام|لائحة|تقرير|وثيقة|مذكرة|منحة|اتفاقية|مشروع|خطة|ظهير)[^.؛\n]{0,30}$/iu;
/** "MOU-2019", "SDG-5", "COVID-19": a year or a running number behind a name. */
const ONLY_YEAR = /^\D*(?:19|20)\d{2}\D*$/u;
const PUBLIC_SERIES =
  /^(?:UNSCR|UNSC|SDG|ODS|ODD|ISO|EN|IEC|NAP|PAN|CEDAW|CRPD|COP|COVID|HIV|VIH|PRES|RES|FAO|WHO|OMS|UN|ONU|MOU|TOR|RFC|CAT|CCPR|HRC|OJ|GA)(?![A-Z])/u;
const NUMBER_SIGNS = /(?<!\p{L})n(?:os?|r|[º°]|[úu]m)\.? ?$/iu;
const SPOKEN_BEFORE = 120;
const SPOKEN_AFTER = 60;

function spokenOfAt(plain: string, masked: string): readonly Span[] {
  return spansOf(SHAPES, masked).filter(({ start, end }) => {
    const ahead = plain.slice(Math.max(0, start - SPOKEN_BEFORE), start);
    const hit = plain.slice(start, end);
    if (
      digitsIn(hit) < FEWEST_SPOKEN ||
      ONLY_YEAR.test(hit) ||
      PUBLIC_SERIES.test(hit) ||
      RULE.test(`${ahead}${hit.slice(0, hit.search(/\d/u))}`.replace(NUMBER_SIGNS, ' '))
    )
      return false;
    const around = `${ahead} ${plain.slice(end, end + SPOKEN_AFTER)}`;
    return BEFORE_COURT.test(around) && !PUBLIC.test(around);
  });
}

const FEWEST_SPOKEN = 3;
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
    ...hitsAfter([...words, ...spansOf(MATTER, plain)], OF_YEAR, plain),
    ...hitsOf(BOOKS, plain),
    ...spokenOfAt(plain, masked),
  ].filter(({ start, end }) => {
    const hit = plain.slice(start, end);
    return digitsIn(hit) >= SHORTEST && !BARE_YEARS.test(hit);
  });
};
