import type { Detector, Searched, Span } from './finding.ts';
import { matchesOf, spansOf } from './finding.ts';

const PAIR =
  /(?<![\w.,])(?<lat>[+-]?\d{1,3}[.,]\d{3,12}) ?°? ?[NSns]?(?:[,;،/| ]|y|et|and|و|long?(?:itude|itud)?|[:= ]){1,20}(?<lon>[+-]?\d{1,3}[.,]\d{3,12})(?![\d])(?: ?°? ?[EWO]\b)?/giu;
const DEGREES =
  /\d{1,3} ?[°º] ?\d{1,2}(?:[.,]\d{1,8})? ?['′’](?: ?\d{1,2}(?:[.,]\d{1,6})? ?(?:["″”]|''|’’))? ?(?:[NSEWO]\b|شمال|جنوب|شرق|غرب)?/gu;
const DEGREE_DECIMAL = /(?:[NSEWO] ?)?\d{1,3}[.,]\d{3,12} ?[°º](?: ?[NSEWO]\b)?/gu;
const PLUS_CODE =
  /\b(?:[23456789CFGHJMPQRVWX]{8}|[23456789]{0,3}[CFGHJMPQRVWX][23456789CFGHJMPQRVWX]{3})\+[23456789CFGHJMPQRVWX]{2,3}\b/gu;
const UTM = /\b(?:[1-9]|[1-5]\d|60) ?[C-HJ-NP-X] ?\d{6}(?: ?m ?E)?,? ?\d{7}(?: ?m ?N)?\b/gu;
const MAP_LINKS =
  /(?:https?:\/\/)?(?:maps\.app\.goo\.gl|goo\.gl\/maps|(?:www\.)?google\.[a-z.]{2,6}\/maps|maps\.google\.[a-z.]{2,6}|osm\.org\/go|w3w\.co|what3words\.com)\/?[^\s<>"]{0,300}|\bgeo:-?\d[^\s<>"]{2,60}|\/\/\/\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30}/giu;
const NAMED = /lat(?:itude|itud)?\b|\blong?(?:itude|itud)\b|coord|gps|إحداثي|خط العرض|خط الطول/iu;
/** Words of a table of figures, which has pairs of decimals too. */
const FIGURES =
  /(?<!\p{L})(?:p|r|n|or|rr|ci|ic|sd|beta|odds|rates?|ratios?|coef\p{L}*|mean|scores?|index|taux|tasas?|indice|índice|moyenne|media|moy|معدل|متوسط|نسبة|معامل)(?!\p{L})/iu;
const WINDOW = 60;

/** Places as coordinates, plus codes or links to a map. */
export const findCoordinates: Detector = (text) => [
  ...pairs(text),
  ...[DEGREES, DEGREE_DECIMAL, PLUS_CODE, UTM, MAP_LINKS].flatMap((shape) => spansOf(shape, text.plain)),
];

/**
 * Three decimals may be thousands (26.631, 27.499), and two numbers below one are figures: only a sign, a degree or a
 * word of maps makes them a place.
 */
function pairs({ plain }: Searched): readonly Span[] {
  return matchesOf(PAIR, plain).flatMap((match) => {
    const [lat, lon] = [match.groups?.['lat'] ?? '', match.groups?.['lon'] ?? ''];
    const inRange = Math.abs(numberOf(lat)) <= 90 && Math.abs(numberOf(lon)) <= 180;
    const before = plain.slice(Math.max(0, match.index - WINDOW), match.index);
    const small = Math.abs(numberOf(lat)) < 1 && Math.abs(numberOf(lon)) < 1;
    const fine = Math.max(decimals(lat), decimals(lon)) >= 4 && !small && !FIGURES.test(before);
    const sure = fine || /[°º]|[+-]\d|\d ?[NSEW]\b/u.test(match[0]) || NAMED.test(before);
    return inRange && sure ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
}

const numberOf = (text: string): number => Number(text.replace(',', '.'));
const decimals = (text: string): number => text.length - text.search(/[.,]/u) - 1;
