import { AGE, ARABIC_AGE, yearsOf } from './ages.ts';
import type { Detector, Span } from './finding.ts';
import { matchesOf, spansOf } from './finding.ts';
import { SETTLEMENT } from './places.ts';
import { sentencesOf } from './searched.ts';

const ADULT = 18;
const BEGIN = '(?<!\\p{L})';
const EN =
  '(?:girl|boy|child|daughter|son|niece|nephew|cousin|sister|brother|pupil|student|learner|survivor|victim|baby|bride|teenager|youngster|one of them|one of the girls|who|she|he)';
const FR =
  '(?:fille|fillette|aînée?|cadette?|benjamine?|petite-fille|petit-fils|bambin|môme|garçon|enfant|fils|élève|écolière|écolier|collégienne|collégien|lycéenne|lycéen|mineure?|nièce|neveu|cousine?|sœur|frère|gamine?|gosse|petite?|petite fille|petit garçon|apprentie?|bébé|pensionnaire|victime|survivante|jeune|adolescente?|orpheline?)';
const ES =
  '(?:niña|niño|nena|nene|chamac[ao]|cipot[ao]|patoj[ao]|guagua|bebé|criatura|hijita|hijito|hija|hijo|adolescente|menor|joven|nieta|nieto|sobrina|sobrino|prima|primo|hermana|hermano|alumna|alumno|estudiante|víctima|muchacha|muchacho|jovencita|chica|chico)';
const AR =
  '(?:صبية|ابنتي|ابني|أختي|أخي|حفيدها|حفيدتي|حفيدي|رضيع|رضيعة|بنتي|بنتها|ابنتها|ابنها|ابنته|ابنه|ابنة|ابن|طفلة|طفل|الطفلة|الطفل|طفلتها|فتاة|الفتاة|فتى|الفتى|بنت|البنت|ولد|الولد|صبي|الصبي|تلميذة|تلميذ|التلميذة|طالبة|طالب|الطالبة|قاصر|القاصر|شقيقتها|شقيقها|أختها|أخوها|حفيدتها|ناجية|الناجية|الضحية)';
const AR_AGED =
  '(?:و?(?:البالغة?|بالغة?) من العمر|البالغة?|و?عمرها|و?عمره|و?تبلغ من العمر|و?يبلغ من العمر|و?تبلغ|و?يبلغ|ذات|ذو|في سن|في|بعمر|لم تتجاوز|لم يتجاوز)';

/** One child with its age. Groups ("girls aged 10 to 14", "women under 18") are statistics. */
const CHILDREN: readonly (readonly [needs: RegExp, children: readonly RegExp[]])[] = (
  [
    [
      /(?<!\p{L})(?:old|aged?|girls?|boys?|child|children|daughters?|sons?|niece|nephew|cousin|sisters?|brothers?|pupils?|student|learner|survivor|victim|baby|bride|teenager|youngster|who|she|he|one of|I was|turned|fille|garçon|enfant|niña|niño|hija|hijo)(?!\p{L})/iu,
      [
        `${BEGIN}(?:an? |the |her |his |my |one )?${EN}(?: who (?:is|was))?,? (?:(?:is|was) )?(?:of|aged?|age|only|barely|just) ${AGE}(?! ?(?:to|-|and) ?\\d)(?: years?(?: old)?)?`,
        `${BEGIN}(?:an? |the |her |his |one )?${AGE}[- ]years?[- ]old\\b(?! (?:law|act|policy|plan|programme?|project|unit|cent(?:re|er)|war|conflict|building|case|system|practice|tradition|bill|code|car|school))(?: (?:girl|boy|child|daughter|son|pupil|student|survivor|victim))?`,
        `${BEGIN}(?:girl|boy|child|daughter|son|survivor|victim|she|he) (?:is|was),? (?:only |just )?${AGE}(?: years? old)?\\b(?! ?(?:per|%|to|of))`,
        `${BEGIN}(?:I|[Ww]e both) was (?:only |just |barely )?${AGE}(?: years? old)?(?=[,.;]| and| when| the)`,
        `${BEGIN}(?:at (?:the age of )?|(?:had )?(?:just )?turned )${AGE}(?=,? (?:she|he|I|her|his|and|when)|[,.;])`,
        `${BEGIN}(?:an? |the |her |his |my |their |one )${EN}, (?:only |just |barely |now )?${AGE}(?: years old)?(?=,)`,
        `${BEGIN}(?:two|three|both|her|his|my|their) (?:\\p{Ll}+ )?(?:girls|boys|daughters|sons|children|sisters|brothers|nieces|pupils),? (?:aged |of )?${AGE},? and \\d{1,2}(?!\\d| per)`,
        `${BEGIN}(?:only|just|barely|not yet) ${AGE} years old\\b`,
        `${BEGIN}(?:girl|boy|child|daughter|son|pupil|student|survivor|victim|fille|garçon|enfant|niña|niño|hija|hijo) \\((?:aged )?(?<age>\\d{1,2})\\)`,
      ],
    ],
    [
      / ans/iu,
      [
        `${BEGIN}(?:elle|il|j['’]|je|qui) ?(?:avait|avais|a|ai|ayant) (?:à peine |seulement |tout juste |alors )?${AGE} ans(?!\\p{L})`,
        `${BEGIN}(?:deux|trois|ses|mes|leurs) (?:filles|garçons|enfants|fils|sœurs|frères|nièces|élèves),? (?:âgée?s )?de ${AGE} et \\d{1,2} ans`,
        `${BEGIN}à (?:peine )?${AGE} ans,? (?:elle|il|je|j['’]|on|sa|son)`,
        `${BEGIN}(?:une? |la |le |l['’]|sa |son |ma |mon )${FR}(?: fille| (?:des|de ses|de mes) \\p{Ll}+)?(?:, |,? (?:âgée? (?:seulement )?)?d(?:e |['’]))${AGE} ans(?!\\p{L})`,
      ],
    ],
    [
      / años/iu,
      [
        `${BEGIN}(?:tenía|tiene|cumplió|cumplía|tenías|teníamos) (?:apenas |solo |sólo |entonces )?${AGE} años(?! (?:de (?!edad)|en ))`,
        `${BEGIN}(?:dos|tres|sus|mis) (?:niñas|niños|hijas|hijos|hermanas|hermanos|sobrinas|alumnas|menores),? de ${AGE} y \\d{1,2} años`,
        `${BEGIN}(?:con|a los) (?:apenas |solo |sólo )?${AGE} años(?:,| la | lo | se | me | fue | ya )`,
        `${BEGIN}(?:una? |la |el |su |mi )${ES}(?: de edad| menor| mayor| pequeñ[ao])?,? (?:que tiene |de (?:apenas |solo |sólo )?|con )${AGE} años(?!\\p{L})`,
      ],
    ],
    [
      / anos/iu,
      [
        `${BEGIN}(?:uma? |a |o |sua |seu )(?:menina|menino|filha|filho|adolescente|criança|aluna|aluno),? (?:de|com) ${AGE} anos\\b`,
      ],
    ],
    [
      /miaka/iu,
      [
        `${BEGIN}(?:msichana|mvulana|mtoto|binti|mwanafunzi)(?: wake| mmoja)? (?:wa|mwenye) (?:umri wa )?miaka (?<age>\\d{1,2})\\b`,
      ],
    ],
    [
      /سنة|سنوات|سنين|عام|أعوام|عمر|عشرة/u,
      [
        `(?<![\\u0621-\\u064A])(?:كان|كانت|لم يكن|لم يتجاوز|حين كان) عمر(?:ها|ه|ي)?(?: [\\u0621-\\u064A]{2,15}){0,2}? ${ARABIC_AGE} ?(?:سنة|سنوات|سنين|عاما|عامًا|أعوام|عام)`,
        `(?<![\\u0621-\\u064A])${AR} في (?:سن )?(?<age>[\\u0621-\\u064A]{5,8} عشرة)(?= من)`,
        `(?<![\\u0621-\\u064A])(?:وهي|وهو|كانت|كان|كنت|وأنا) (?:في|بنت|ابنة|ابن|بعمر) ${ARABIC_AGE}(?: (?:سنة|سنوات|عاما|عامًا|أعوام|من عمرها|من عمره|من العمر))`,
        `(?<![\\u0621-\\u064A])[ول]?${AR}(?: [\\u0621-\\u064A]{2,15}){0,2}?،? ?${AR_AGED}? ?${ARABIC_AGE} ?(?:سنة|سنوات|سنين|عاما|عامًا|أعوام|عام|من عمرها|من عمره|من العمر)`,
      ],
    ],
  ] as const
).map(([needs, sources]) => [needs, sources.map((source) => new RegExp(source, 'giu'))] as const);
const NAMED =
  /(?<![\p{L}’'])\p{Lu}[\p{L}’'-]{2,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,3}, (?:aged |de |now |just |only )?(?<age>\d{1,2}|\p{Ll}{3,10}(?:-\p{Ll}{3,6})?)(?: ans| años| years old)?(?=,)/gu;
const PLACE = new RegExp(SETTLEMENT, 'gu');
const HAS_AGE = new RegExp(`${BEGIN}(?:${AGE})(?!\\p{L})`, 'iu');
const HAS_ARABIC_AGE = new RegExp(ARABIC_AGE, 'u');
const REACH = 90;

/** A child's age together with the name of a place. */
export const findMinors: Detector = ({ plain }) =>
  sentencesOf(plain).flatMap(({ start, text }) => {
    if (!HAS_AGE.test(text) && !HAS_ARABIC_AGE.test(text)) return [];
    const children = [NAMED, ...CHILDREN.flatMap(([needs, children]) => (needs.test(text) ? children : []))].flatMap(
      (pattern) => youngIn(pattern, text),
    );
    if (children.length === 0) return [];
    const places = spansOf(PLACE, text);
    return children
      .flatMap((child) => joinedWith(child, places))
      .map((span) => ({ start: span.start + start, end: span.end + start }));
  });

const youngIn = (pattern: RegExp, text: string): readonly Span[] =>
  matchesOf(pattern, text)
    .filter((match) => yearsOf(match.groups?.['age'] ?? '') < ADULT)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));

function joinedWith(child: Span, places: readonly Span[]): readonly Span[] {
  const after = places.find((place) => place.end > child.end && place.start - child.end <= REACH);
  if (after !== undefined) return [{ start: child.start, end: after.end }];
  const before = places.findLast((place) => place.end <= child.start && child.start - place.end <= REACH);
  return before === undefined ? [] : [{ start: before.start, end: child.end }];
}
