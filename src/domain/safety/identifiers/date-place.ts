import type { Detector, Span } from './finding.ts';
import { spansOf } from './finding.ts';
import { NEAR, STREET } from './places.ts';
import { sentencesOf } from './searched.ts';

const MONTH = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba',
  'يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
].join('|');

const DAY = new RegExp(
  [
    `(?:\\b(?:El|el|le|Le|on|On|em|tarehe) )?\\b\\d{1,2}(?:st|nd|rd|th|er|º)?(?: of| de)? (?:${MONTH})(?:,| de| del| لعام| سنة)? \\d{4}`,
    `\\b(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
    '\\b(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b',
    '\\b\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}\\b',
  ].join('|'),
  'gu',
);
const SPOT = new RegExp(STREET, 'gu');
const NEARNESS = new RegExp(NEAR, 'giu');
const CLOCK = /\b\d{1,2}[:h.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|الساعة \d/iu;
/** The rest of the place: "…, Pellworth", "con la avenida Cuarta, barrio San Telmiro". */
const REST_OF_PLACE =
  /^[^.!?؟;\n]{0,90}?(?=,? (?:where|when|there|which|là où|où|donde|una?|la encontr|حيث|عندما)\b|[.!?؟;\n]|$)/u;
const HAPPENED =
  /attack|assault|rap(?:e|ed)\b|stabb|beat|kill|found|abduct|shot|injur|happen|occurr|call(?:ed)? for help|wounded|violé|agress|frapp|tué|produit|enlev|bless|accueillie|atac|viol[óa]|golpe|mat[óa]|encontr|herid|ocurri|secuestr|alipigwa|alibakwa|aliuawa|alishambul|اعتد|اغتص|ضرب|قتل|وقع|حدث|خطف|أصيب|طعن/iu;
/** Laws, openings and meetings are public; their day and place identify nobody. */
const PUBLIC_EVENT =
  /\b(?:law|act|loi|ley|lei|decree|décret|decreto|resolution|résolution|resolución|inaugurat|opened|opening|launch|signed|adopted|conference|workshop|ceremony|inaugur|abri[óo]|ouvert|atelier|conférence|signé|firm[óo]|conferencia|taller|published|publié|publicad)/iu;
const PUBLIC_EVENT_AR = /قانون|نظام|قرار|افتتح|افتتاح|مؤتمر|ورشة|إطلاق|وقعت اتفاق|تدشين/u;

/** An exact day together with a street or a spot where something happened. */
export const findDatePlaces: Detector = ({ plain }) =>
  sentencesOf(plain).flatMap(({ start, text }) => {
    const happened = HAPPENED.test(text);
    if (!happened && (PUBLIC_EVENT.test(text) || PUBLIC_EVENT_AR.test(text))) return [];
    const days = spansOf(DAY, text);
    const spots = [...spansOf(SPOT, text), ...(happened || CLOCK.test(text) ? spansOf(NEARNESS, text) : [])];
    return days.flatMap((day) => nearest(day, spots, text)).map((span) => shifted(span, start));
  });

const REACH = 140;

function nearest(day: Span, spots: readonly Span[], text: string): readonly Span[] {
  const after = spots.filter((spot) => spot.end > day.end && spot.start - day.end <= REACH).at(-1);
  const before = spots.find((spot) => spot.end <= day.start && day.start - spot.end <= REACH);
  if (after !== undefined) return [{ start: day.start, end: after.end + restOfPlace(text.slice(after.end)) }];
  return before === undefined ? [] : [{ start: before.start, end: day.end }];
}

const restOfPlace = (text: string): number => REST_OF_PLACE.exec(text)?.[0].length ?? 0;
const shifted = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
