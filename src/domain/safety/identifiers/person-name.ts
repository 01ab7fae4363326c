import type { Detector, Span } from './finding.ts';
import { hitsOf } from './finding.ts';

const PART = "\\p{Lu}[\\p{L}’'-]{1,30}";
const NAME = `(?<hit>${PART}(?: (?:(?:de|del|la|las|los|van|bin|binti|ben|al|el|da|dos|das|du|der) ){0,2}${PART}){0,3})`;
const PERSON_EN =
  '(?:survivor|victim|complainant|claimant|client|patient|girl|boy|woman|man|child|widow|wife|husband|daughter|son|sister|brother|mother|father|neighbour|neighbor|perpetrator|suspect|accused|offender|attacker|abuser|witness|teenager|refugee)';
const PERSON_FR =
  '(?:[Vv]ictime|[Ss]urvivante|[Rr]escap[ée]e|[Pp]laignante|[Pp]atiente|[Ff]ille|[Ff]illette|[Ff]emme|[ée]pouse|[Mm]ari|[Mm][èe]re|[Ss][œo]eur|[Vv]oisine|[Tt][ée]moin|[Ss]uspecte?|[Aa]uteur|[Aa]gresseur|[Aa]ccus[ée]e?|[Uu]sag[èe]re|[Rr]equ[ée]rante)';
const PERSON_ES =
  '(?:[Dd]enunciante|[Vv][íi]ctima|[Ss]obreviviente|[Ss]uperviviente|[Uu]suaria|[Pp]aciente|[Nn]i[ñn]a|[Nn]i[ñn]o|[Mm]ujer|[Jj]oven|[Vv]iuda|[Ee]sposa|[Ee]sposo|[Hh]ija|[Hh]ijo|[Mm]adre|[Hh]ermana|[Vv]ecina|[Tt]estigo|[Aa]gresor|[Aa]cusado|[Ss]ospechoso)';
const PERSON_PT =
  '(?:[Vv][íi]tima|[Ss]obrevivente|[Dd]enunciante|[Mm]enina|[Mm]ulher|[Ee]sposa|[Ff]ilha|[Tt]estemunha|[Aa]gressor)';
const PERSON_SW = '(?:[Mm]wathirika|[Mm]anusura|[Mm]sichana|[Mm]wanamke|[Mm]toto|[Mm]shtakiwa|[Ss]hahidi)';
const PERSON = `\\b(?:${PERSON_EN}|${PERSON_FR}|${PERSON_ES}|${PERSON_PT}|${PERSON_SW})`;
const TITLE =
  '(?:M(?:r|rs|s|iss|me|lle)\\.?|(?<!\\p{Lu}[\\p{L}.]{0,20} )M\\.|Madame|Mademoiselle|Monsieur|Maman|do[ñn]a|don|Do[ñn]a|Don|Sra?\\.|Sra|Srta\\.?|se[ñn]ora|se[ñn]orita|se[ñn]or|senhora?|Dona|Bi\\.|Bibi|Bwana|Mama|Sister|Pastor|Imam|Sheikh|Corporal|Sergeant|Constable)';

const WITH_CAPITALS: readonly RegExp[] = [
  // "the survivor, Amara K.", "la denunciante doña Marisela Q.": a word for somebody in a case, then a name.
  new RegExp(`${PERSON}(?:,| \\(|:)? (?:${TITLE} )?${NAME}`, 'dgu'),
  // "a girl of twelve named …", "une femme appelée …", "una mujer llamada …"
  new RegExp(
    `${PERSON}[^.\\n]{0,40}? (?:named|called|by the name of|nomm[ée]e?|pr[ée]nomm[ée]e?|appel[ée]e?|llamad[ao]|de nombre|chamad[ao]|aitwaye|anayeitwa|jina lake) ${NAME}`,
    'dgu',
  ),
  new RegExp(
    `\\b(?:[Hh]er|[Hh]is|[Tt]he survivor['’]s|[Tt]he victim['’]s|whose) (?:real |full |first )?name (?:is|was) ${NAME}`,
    'dgu',
  ),
  new RegExp(`\\b(?:[Ee]lle s['’]appelle|[Ss]on nom est|[Ss]e llama|[Ss]u nombre es|[Jj]ina lake ni) ${NAME}`, 'dgu'),
  new RegExp(`(?<![\\p{L}’'])${TITLE} ${NAME}`, 'dgu'),
  // "Amara K., a survivor", "Solène V., victime"
  new RegExp(
    `${NAME}, (?:(?:a|the|one) (?:survivor|victim|complainant)|(?:une? |la )?(?:victime|survivante|plaignante)|(?:una |la )?(?:v[íi]ctima|sobreviviente|denunciante))\\b`,
    'dgu',
  ),
  // "Amara K., aged 34", "Amara K. (34)"
  new RegExp(
    `(?<hit>${PART} ${PART})(?:, (?:aged )?\\d{2},| \\(\\d{2}\\)| aged \\d{1,2}\\b|, âgée? de \\d{1,2}|, de \\d{1,2} a[ñn]os)`,
    'dgu',
  ),
];

/** Words with a capital that begin the name of an office, a law or a place, not of a person. */
const NOT_NAMES = new RegExp(
  `(?:^|[ -])(?:${[
    ...[
      'Police',
      'Support',
      'Unit',
      'Units',
      'Protection',
      'Desk',
      'Desks',
      'Women',
      'Girls',
      'Court',
      'Act',
      'Law',
      'Centre',
      'Center',
    ],
    ...[
      'Ministry',
      'Committee',
      'Council',
      'National',
      'State',
      'Programme',
      'Program',
      'Service',
      'Services',
      'Commission',
      'Association',
    ],
    ...[
      'Report',
      'Government',
      'United',
      'Nations',
      'NGO',
      'General',
      'Office',
      'Officer',
      'Department',
      'Section',
      'Family',
      'Friendly',
    ],
    ...[
      'Assistance',
      'Advocate',
      'Fund',
      'Network',
      'Charter',
      'Code',
      'Convention',
      'Security',
      'Health',
      'Hospital',
      'University',
    ],
    ...[
      'Polic[ií]a',
      'Comisar[ií]a',
      'Mujer',
      'Mujeres',
      'Ley',
      'Centro',
      'Nacional',
      'Ministerio',
      'Loi',
      'Centre',
      'Ministère',
      'Femmes',
    ],
    ...[
      'The',
      'This',
      'She',
      'He',
      'It',
      'They',
      'In',
      'At',
      'On',
      'When',
      'After',
      'Before',
      'If',
      'And',
      'But',
      'Many',
      'All',
      'No',
      'I',
    ],
    ...[
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  ].join('|')})(?:$|[ -])`,
  'u',
);

/** Letters and the vowel marks on them, which are one block of Unicode. */
const AR_WORD = '[\\u0621-\\u0652]{2,20}';
const AR_STOP =
  '(?!(?:من|في|على|إلى|الى|عن|مع|أن|إن|التي|الذي|الأولى|الأول|عند|عندما|قبل|بعد|أمام|داخل|خارج|تحت|لدى|عبر|حول|دون|بدون|منذ|خلال|بين|هي|هو|لا|ما|قد|كانت|كان|بحق|وزيرة|وزير|رئيسة|رئيس|مديرة|مدير|المديرة|المدير|الوزيرة|الوزير|الرئيسة|الرئيس|نفسها|نفسه|أو|ثم|غير|كل|إذا|لم|لن)(?![\\u0621-\\u064A]))';
const ARABIC: readonly RegExp[] = [
  new RegExp(
    `(?<![\\u0621-\\u064A])[وفبلك]?(?:السيدة|السيد|الآنسة|المدعوة|المدعو|اسمها|واسمها|تدعى|تُدعى|يدعى|الحاجة) ${AR_STOP}(?<hit>${AR_WORD} ${AR_STOP}${AR_WORD})`,
    'dgu',
  ),
  // After "the survivor" ordinary words may follow; only a first name with a family name of the form "ال…" is taken.
  new RegExp(
    `(?<![\\u0621-\\u064A])(?:الناجية|الضحية|الشاكية|المشتكية|الشاهدة|الطفلة|الفتاة|المتهم|الجاني)،? ${AR_STOP}(?<hit>(?!ال|[تين]|و[بالفك])${AR_WORD} ال${AR_WORD})`,
    'dgu',
  ),
];

/** Names of persons, found by what is said around them. */
export const findPersonNames: Detector = ({ plain }) => [
  ...WITH_CAPITALS.flatMap((pattern) => hitsOf(pattern, plain)).filter((span) => isName(plain, span)),
  ...ARABIC.flatMap((pattern) => hitsOf(pattern, plain)),
];

function isName(plain: string, { start, end }: Span): boolean {
  const name = plain.slice(start, end);
  return !NOT_NAMES.test(name) && name !== name.toUpperCase();
}
