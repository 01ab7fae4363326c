import type { Detector, Span } from './finding.ts';
import { spansOf } from './finding.ts';
import { NEAR, SETTLEMENT, STREET } from './places.ts';
import { sentencesOf } from './searched.ts';

const MONTH = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba',
  'يناير|فبراير|مارس|أبريل|ابريل|مايو|ماي|يونيو|يونيه|جوان|يوليو|يوليوز|جويلية|أغسطس|غشت|أوت|سبتمبر|شتنبر|أكتوبر|نوفمبر|نونبر|ديسمبر|دجنبر|جانفي|فيفري|أفريل',
  'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
].join('|');

const DAY = new RegExp(
  [
    `(?:\\b(?:el|le|on|em|tarehe) )?\\b\\d{1,2}(?:st|nd|rd|th|er|º)?(?: of| de)? (?:${MONTH})(?:,| de| del| لعام| سنة)? \\d{4}`,
    `ال[\\u0621-\\u064A]{3,7}(?: (?:عشر|والعشرين|والثلاثين))? من (?:شهر )?(?:${MONTH})(?: (?:عام|سنة|من عام))? \\d{4}`,
    `\\b(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
    '(?<![\\d/.-])(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?![\\d/-])',
    '(?<![\\d/.-])\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}(?![\\d/-])',
  ].join('|'),
  'giu',
);
/** A day without its year counts only where somebody was harmed. */
const DAY_OF_ANY_YEAR = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th|er|º)?(?: of| de)? (?:${MONTH})(?!\\p{L}|,? \\d| del? \\d)`,
  'gu',
);
const SPOT = new RegExp(STREET, 'gu');
const NEARNESS = new RegExp(NEAR, 'giu');
const TOWN = new RegExp(SETTLEMENT, 'gu');
const CLOCK = /\b\d{1,2}[:h.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|الساعة \d/iu;
/** The rest of the place: "…, Pellworth", "con la avenida Cuarta, barrio San Telmiro". */
const REST_OF_PLACE =
  /^[^.!?؟;\n]{0,90}?(?=,? (?:where|when|there|which|là où|où|donde|una?|la encontr|حيث|عندما)(?!\p{L})|[.!?؟;\n]|$)/u;
const HAPPENED =
  /attack|assault|push(?:ed)?\b|burn(?:ed|t)\b|threw|dragged|hit her|cut (?:her|his|the)|slash|drown|hang(?:ed)?\b|forced|fired|fell|poussé|jeté|brûlé|traîné|retrouvé|surpris|tiré|noyé|empuj|quem[óa]|dispar|arrastr|tir[óa]ron|ahorc|ahog|sin vida|acuchill|دفعها|دفعه|أحرق|رماها|خنق|أطلق|غرقت|rap(?:e|ed)\b|stabb|beat|kill|found|abduct|shot|injur|happen|occurr|call(?:ed)? for help|wounded|violé|agress|frapp|tuée?(?!\p{L})|battue?(?!\p{L})|produit|enlev|bless|poignard|étrangl|accueillie|atac|agred|viol(?:ó|a|aron)(?!\p{L})|golpe|mat(?:ó|a|aron)(?!\p{L})|apuñal|forz[óa]|muert[ao]|encontr|herid|ocurri|suced|secuestr|alipigwa|alibakwa|aliuawa|alishambul|اعتد|اعتداء|اغتص|ضرب|قتل|وقع|حدث|خطف|اختطف|أصيب|طعن|اعترض|هاجم|عثر/iu;
/** One person and what they did or were told, which a day and a place make known. */
const SOMEBODY =
  /(?<!\p{L})(?:she|her|he|his|a (?:woman|girl|man|boy|mother|widow)|the (?:survivor|victim|complainant)|elle|une (?:femme|fille|mère)|la (?:victime|survivante|plaignante)|ella|una (?:mujer|joven|niña|madre)|la (?:víctima|sobreviviente|denunciante)|امرأة|فتاة|الناجية|الضحية|المشتكية)(?!\p{L})/iu;
/** Laws, openings and meetings are public; their day and place identify nobody. */
const PUBLIC_EVENT =
  /(?<!\p{L})(?:law|act|loi|ley|lei|decree|décret|decreto|resolution|résolution|resolución|inaugurat|opened|opening|launch|signed|adopted|amended|enacted|conference|workshop|ceremony|minist|inaugur|abri[óo]|ouvert|atelier|conférence|signé|promulgu|firm[óo]|conferencia|taller|march(?:ed|aron|aba|é)|marche du|manifest|protest|rally|vigil|plantón|conmemor|commémor|celebr|célébr|published|publié|publicad|promulg|surveys?|enquête|encuesta|began|créée?|creó)/iu;
const PUBLIC_EVENT_AR =
  /قانون|نظام|قرار|مرسوم|افتتح|افتتاح|مؤتمر|ملتقى|ورشة|إطلاق|وقعت اتفاق|تدشين|وزير|استطلاع|مسح|الجريدة الرسمية/u;

/** An exact day together with a street or a spot where something happened. */
export const findDatePlaces: Detector = ({ plain }) =>
  sentencesOf(plain).flatMap(({ start, text }) => {
    if (!/\d/u.test(text)) return [];
    const days = [...spansOf(DAY, text), ...(HAPPENED.test(text) ? spansOf(DAY_OF_ANY_YEAR, text) : [])];
    if (days.length === 0) return [];
    const isPublic = PUBLIC_EVENT.test(text) || PUBLIC_EVENT_AR.test(text);
    const harmed = HAPPENED.test(text);
    if (isPublic && !harmed) return [];
    const personal = harmed || SOMEBODY.test(text);
    const spots = [
      ...spansOf(SPOT, text),
      ...(personal || CLOCK.test(text) ? spansOf(NEARNESS, text) : []),
      ...(personal && !isPublic
        ? spansOf(TOWN, text).filter(({ start: at, end }) => !isTime(text.slice(at, end)))
        : []),
    ].sort((a, b) => a.end - b.end);
    return days.flatMap((day) => nearest(day, spots, text)).map((span) => shifted(span, start));
  });

/** "of March", "in July": a month has a capital too. */
const TIME = new RegExp(`(?<!\\p{L})(?:${MONTH})(?!\\p{L})`, 'iu');
const isTime = (text: string): boolean => TIME.test(text);

const REACH = 140;

function nearest(day: Span, spots: readonly Span[], text: string): readonly Span[] {
  const after = spots.filter((spot) => spot.end > day.end && spot.start - day.end <= REACH).at(-1);
  const before = spots.find((spot) => spot.end <= day.start && day.start - spot.end <= REACH);
  if (after !== undefined) return [{ start: day.start, end: after.end + restOfPlace(text.slice(after.end)) }];
  return before === undefined ? [] : [{ start: before.start, end: day.end }];
}

const restOfPlace = (text: string): number => REST_OF_PLACE.exec(text)?.[0].length ?? 0;
const shifted = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
