import type { Detector, Span } from './finding.ts';
import { SETTLEMENT } from './places.ts';
import { sentencesOf } from './searched.ts';

const ADULT = 18;
const SPELLED: readonly string[] = (
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept ' +
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete'
).split(' ');
const AGE = `(?<age>\\d{1,2}|${SPELLED.join('|')})`;

/** One child with its age. Groups ("girls aged 10 to 14", "women under 18") are statistics. */
const CHILDREN: readonly RegExp[] = [
  new RegExp(
    `\\b(?:an? |the |her |his |my |one )?(?:girl|boy|child|daughter|son|niece|nephew|sister|brother|pupil|student|survivor|victim|baby|bride|teenager)(?: who (?:is|was))?,? (?:(?:is|was) )?(?:of|aged?|age) ${AGE}(?! ?(?:to|-|and) ?\\d)(?: years?(?: old)?)?`,
    'giu',
  ),
  new RegExp(
    `\\b(?:an? |the |her |his |one )?${AGE}[- ]years?[- ]old\\b(?: (?:girl|boy|child|daughter|son|pupil|student|survivor|victim))?`,
    'giu',
  ),
  new RegExp(
    `\\b(?:girl|boy|child|daughter|son|survivor|victim|she|he) (?:is|was),? (?:only |just )?${AGE}(?: years? old)?\\b(?! ?(?:per|%|to|of))`,
    'giu',
  ),
  new RegExp(
    `\\b(?:une? |la |le |sa |son |ma |mon )(?:fille|fillette|garçon|enfant|fils|élève|mineure?|nièce|neveu|sœur|frère|victime|survivante|jeune)(?: fille)?,? (?:âgée? )?de ${AGE} ans\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:una? |la |el |su |mi )(?:niña|niño|hija|hijo|adolescente|menor|joven|nieta|nieto|sobrina|sobrino|hermana|hermano|alumna|alumno|víctima)(?: de edad)?,? de ${AGE} años\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:uma? |a |o |sua |seu )(?:menina|menino|filha|filho|adolescente|criança|aluna|aluno),? (?:de|com) ${AGE} anos\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:msichana|mvulana|mtoto|binti|mwanafunzi)(?: wake| mmoja)? (?:wa|mwenye) (?:umri wa )?miaka (?<age>\\d{1,2})\\b`,
    'giu',
  ),
  /(?<![\u0621-\u064A])[ول]?(?:ابنتها|ابنها|ابنته|ابنه|ابنة|ابن|طفلة|طفل|الطفلة|الطفل|فتاة|الفتاة|بنت|البنت|تلميذة|طالبة|قاصر|القاصر|شقيقتها|أختها|ناجية|الناجية|الضحية)(?: [\u0621-\u064A]{2,15}){0,2} ?(?:البالغة? من العمر|البالغة?|عمرها|عمره|تبلغ من العمر|يبلغ من العمر|في|بعمر)? ?(?<age>\d{1,2}) ?(?:سنة|سنوات|عاما|عامًا|أعوام|عام)/gu,
  // "the girl (13) from …", "Amara, 16, from …"
  /\b(?:girl|boy|child|daughter|son|pupil|student|survivor|victim|fille|garçon|enfant|niña|niño|hija|hijo) \((?:aged )?(?<age>\d{1,2})\)/giu,
  /(?<![\p{L}’'])\p{Lu}[\p{L}’'-]{2,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,3}, (?:aged )?(?<age>\d{1,2}),/gu,
];
const PLACE = new RegExp(SETTLEMENT, 'gu');
const REACH = 90;

/** A child's age together with the name of a place. */
export const findMinors: Detector = ({ plain }) =>
  sentencesOf(plain).flatMap(({ start, text }) => {
    const places = Array.from(text.matchAll(PLACE), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    return CHILDREN.flatMap((pattern) => Array.from(text.matchAll(pattern)))
      .filter((match) => ageOf(match.groups?.['age'] ?? '') < ADULT)
      .flatMap((match) => joinedWith({ start: match.index, end: match.index + match[0].length }, places))
      .map((span) => ({ start: span.start + start, end: span.end + start }));
  });

function joinedWith(child: Span, places: readonly Span[]): readonly Span[] {
  const after = places.find((place) => place.end > child.end && place.start - child.end <= REACH);
  if (after !== undefined) return [{ start: child.start, end: after.end }];
  const before = places.findLast((place) => place.end <= child.start && child.start - place.end <= REACH);
  return before === undefined ? [] : [{ start: before.start, end: child.end }];
}

function ageOf(text: string): number {
  const spelled = SPELLED.indexOf(text.toLowerCase());
  return spelled === -1 ? Number(text) : (spelled % 17) + 1;
}
