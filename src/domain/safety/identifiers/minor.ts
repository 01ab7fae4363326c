import { AGE, ARABIC_AGE, yearsOf } from './ages.ts';
import type { Detector, Span } from './finding.ts';
import { spansOf } from './finding.ts';
import { SETTLEMENT } from './places.ts';
import { sentencesOf } from './searched.ts';

const ADULT = 18;
const BEGIN = '(?<!\\p{L})';
const EN =
  '(?:girl|boy|child|daughter|son|niece|nephew|cousin|sister|brother|pupil|student|learner|survivor|victim|baby|bride|teenager|youngster|one of them|one of the girls|who|she|he)';
const FR =
  '(?:fille|fillette|garçon|enfant|fils|élève|écolière|écolier|collégienne|collégien|lycéenne|lycéen|mineure?|nièce|neveu|cousine?|sœur|frère|victime|survivante|jeune|adolescente?|orpheline?)';
const ES =
  '(?:niña|niño|hija|hijo|adolescente|menor|joven|nieta|nieto|sobrina|sobrino|prima|primo|hermana|hermano|alumna|alumno|estudiante|víctima|muchacha|muchacho|jovencita|chica|chico)';
const AR =
  '(?:ابنتها|ابنها|ابنته|ابنه|ابنة|ابن|طفلة|طفل|الطفلة|الطفل|طفلتها|فتاة|الفتاة|فتى|الفتى|بنت|البنت|ولد|الولد|صبي|الصبي|تلميذة|تلميذ|التلميذة|طالبة|طالب|الطالبة|قاصر|القاصر|شقيقتها|شقيقها|أختها|أخوها|حفيدتها|ناجية|الناجية|الضحية)';
const AR_AGED =
  '(?:و?(?:البالغة?|بالغة?) من العمر|البالغة?|و?عمرها|و?عمره|و?تبلغ من العمر|و?يبلغ من العمر|و?تبلغ|و?يبلغ|ذات|ذو|في سن|في|بعمر|لم تتجاوز|لم يتجاوز)';

/** One child with its age. Groups ("girls aged 10 to 14", "women under 18") are statistics. */
const CHILDREN: readonly RegExp[] = [
  `${BEGIN}(?:an? |the |her |his |my |one )?${EN}(?: who (?:is|was))?,? (?:(?:is|was) )?(?:of|aged?|age|only|barely|just) ${AGE}(?! ?(?:to|-|and) ?\\d)(?: years?(?: old)?)?`,
  `${BEGIN}(?:an? |the |her |his |one )?${AGE}[- ]years?[- ]old\\b(?: (?:girl|boy|child|daughter|son|pupil|student|survivor|victim))?`,
  `${BEGIN}(?:girl|boy|child|daughter|son|survivor|victim|she|he) (?:is|was),? (?:only |just )?${AGE}(?: years? old)?\\b(?! ?(?:per|%|to|of))`,
  `${BEGIN}(?:only|just|barely|not yet) ${AGE} years old\\b`,
  `${BEGIN}(?:une? |la |le |l['’]|sa |son |ma |mon )${FR}(?: fille)?,? (?:âgée? (?:seulement )?)?d(?:e |['’])${AGE} ans(?!\\p{L})`,
  `${BEGIN}(?:una? |la |el |su |mi )${ES}(?: de edad)?,? (?:que tiene |de (?:apenas |solo |sólo )?|con )${AGE} años(?!\\p{L})`,
  `${BEGIN}(?:uma? |a |o |sua |seu )(?:menina|menino|filha|filho|adolescente|criança|aluna|aluno),? (?:de|com) ${AGE} anos\\b`,
  `${BEGIN}(?:msichana|mvulana|mtoto|binti|mwanafunzi)(?: wake| mmoja)? (?:wa|mwenye) (?:umri wa )?miaka (?<age>\\d{1,2})\\b`,
  `(?<![\\u0621-\\u064A])[ول]?${AR}(?: [\\u0621-\\u064A]{2,15}){0,2}?،? ?${AR_AGED}? ?${ARABIC_AGE} ?(?:سنة|سنوات|سنين|عاما|عامًا|أعوام|عام|من عمرها|من عمره|من العمر)`,
  // "the girl (13) from …", "Amara, 16, from …"
  `${BEGIN}(?:girl|boy|child|daughter|son|pupil|student|survivor|victim|fille|garçon|enfant|niña|niño|hija|hijo) \\((?:aged )?(?<age>\\d{1,2})\\)`,
].map((source) => new RegExp(source, 'giu'));
const NAMED = /(?<![\p{L}’'])\p{Lu}[\p{L}’'-]{2,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,3}, (?:aged )?(?<age>\d{1,2}),/gu;
const PLACE = new RegExp(SETTLEMENT, 'gu');
const HAS_AGE = new RegExp(`${BEGIN}(?:${AGE})(?!\\p{L})`, 'iu');
const HAS_ARABIC_AGE = new RegExp(ARABIC_AGE, 'u');
const REACH = 90;

/** A child's age together with the name of a place. */
export const findMinors: Detector = ({ plain }) =>
  sentencesOf(plain).flatMap(({ start, text }) => {
    if (!HAS_AGE.test(text) && !HAS_ARABIC_AGE.test(text)) return [];
    const children = [...CHILDREN, NAMED].flatMap((pattern) => youngIn(pattern, text));
    if (children.length === 0) return [];
    const places = spansOf(PLACE, text);
    return children
      .flatMap((child) => joinedWith(child, places))
      .map((span) => ({ start: span.start + start, end: span.end + start }));
  });

const youngIn = (pattern: RegExp, text: string): readonly Span[] =>
  Array.from(text.matchAll(pattern))
    .filter((match) => yearsOf(match.groups?.['age'] ?? '') < ADULT)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));

function joinedWith(child: Span, places: readonly Span[]): readonly Span[] {
  const after = places.find((place) => place.end > child.end && place.start - child.end <= REACH);
  if (after !== undefined) return [{ start: child.start, end: after.end }];
  const before = places.findLast((place) => place.end <= child.start && child.start - place.end <= REACH);
  return before === undefined ? [] : [{ start: before.start, end: child.end }];
}
