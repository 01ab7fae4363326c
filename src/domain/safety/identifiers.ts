import { findCaseNumbers } from './identifiers/case-number.ts';
import { findDatePlaces } from './identifiers/date-place.ts';
import { findEmails } from './identifiers/email.ts';
import { identifierTypes, overlaps } from './identifiers/finding.ts';
import type { Detector, Finding, IdentifierType, Span } from './identifiers/finding.ts';
import { findCoordinates } from './identifiers/geo.ts';
import { findIdNumbers } from './identifiers/id-number.ts';
import { findMinors } from './identifiers/minor.ts';
import { findPersonNames } from './identifiers/person-name.ts';
import { phoneDetector } from './identifiers/phone.ts';
import { searched } from './identifiers/searched.ts';
import { findContactLinks } from './identifiers/url-contact.ts';
import { visible } from './identifiers/visible.ts';

/** A digit run has one meaning: of types that overlap, the one named first is told. */
const STRONGER: Partial<Record<IdentifierType, readonly IdentifierType[]>> = {
  phone: ['email', 'geo', 'id_number', 'case_number', 'url_contact'],
  id_number: ['email', 'url_contact'],
  case_number: ['id_number'],
};

/**
 * What in a text may identify a person, in the order of the text. Rules, not understanding: it warns, it does not
 * clear. All languages are searched for at once, since people mix them. The time it takes grows with the length of the
 * text and no faster; the whole text is searched, however long.
 * @param countries ISO codes in which a number may be written without its country's prefix
 * @returns offsets in UTF-16 code units of the text as it was given
 */
export function findIdentifiers(text: string, countries: readonly string[] = []): readonly Finding[] {
  const seen = visible(text);
  return findVisible(seen.text, countries).map(({ type, start, end }) => {
    const place = { start: seen.placeOf(start), end: seen.placeOf(end - 1) + 1 };
    return { type, excerpt: text.slice(place.start, place.end), ...place };
  });
}

function findVisible(text: string, countries: readonly string[]): readonly Finding[] {
  const found = piecesOf(text.length).flatMap((piece) =>
    findIn(text.slice(piece.start, piece.end), countries)
      .map((one) => ({ ...one, start: one.start + piece.start, end: one.end + piece.start }))
      .filter((one) => isWhole(one, piece, text.length)),
  );
  // Two pieces see the same where they overlap.
  const unique = new Map(found.map((one) => [`${one.type} ${one.start} ${one.end}`, one]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Long texts are searched piece by piece, since findings are compared with each other. */
const PIECE = 16_000;
const OVERLAP = 1_000;
/** So near to a cut a finding may have lost a part of itself, or of what makes it one; the other piece sees it whole. */
const MARGIN = 200;

function piecesOf(length: number): readonly Span[] {
  const count = Math.max(1, Math.ceil((length - OVERLAP) / (PIECE - OVERLAP)));
  return Array.from({ length: count }, (_, index) => {
    const start = index * (PIECE - OVERLAP);
    return { start, end: Math.min(length, start + PIECE) };
  });
}

const isWhole = (one: Span, piece: Span, length: number): boolean =>
  (piece.start === 0 || one.start >= piece.start + MARGIN) && (piece.end === length || one.end <= piece.end - MARGIN);

function findIn(text: string, countries: readonly string[]): readonly Finding[] {
  const ready = searched(text);
  const detectors: Record<IdentifierType, Detector> = {
    email: findEmails,
    phone: phoneDetector(countries),
    url_contact: findContactLinks,
    geo: findCoordinates,
    id_number: findIdNumbers,
    case_number: findCaseNumbers,
    person_name: findPersonNames,
    date_place: findDatePlaces,
    minor: findMinors,
  };
  const found = identifierTypes.flatMap((type) =>
    detectors[type](ready).map(({ start, end }) => ({ type, excerpt: text.slice(start, end), start, end })),
  );
  return longestOfEach(found).filter(
    (one) => !found.some((other) => STRONGER[one.type]?.includes(other.type) === true && overlaps(one, other)),
  );
}

/** Of findings of one type that overlap, the longest is told. */
function longestOfEach(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => other.type === one.type && overlaps(one, other))) kept.push(one);
  }
  return kept;
}
