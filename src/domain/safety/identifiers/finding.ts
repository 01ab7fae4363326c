export const identifierTypes = [
  'email',
  'phone',
  'url_contact',
  'geo',
  'id_number',
  'case_number',
  'person_name',
  'date_place',
  'minor',
] as const;
export type IdentifierType = (typeof identifierTypes)[number];

/** Something in a text that may identify a person; offsets in UTF-16 units of the text that was given. */
export interface Finding {
  readonly type: IdentifierType;
  readonly excerpt: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of text before it is known what it means. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text ready to be searched. All three have the same length, so that an offset means the same in each.
 * `plain` has Western digits and plain spaces; in `masked` everything that only looks like a number of a person
 * (dates, laws, book numbers, amounts) is blanked.
 */
export interface Searched {
  readonly plain: string;
  readonly masked: string;
}

export type Detector = (text: Searched) => readonly Span[];

/** Every match of a regular expression with the flag `g`, as a span. */
export function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Spans of the group `hit` of a regular expression with the flags `g` and `d`. */
export function hitsOf(pattern: RegExp, text: string): readonly Span[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const hit = match.indices?.groups?.['hit'];
    return hit === undefined ? [] : [{ start: hit[0], end: hit[1] }];
  });
}

/**
 * What stands soon after a word, as the group `hit` of a pattern that begins with `^`. Two plain patterns instead of
 * one with a gap in it: `hit` may care for capitals where the word does not, and nothing is tried twice.
 * @param words where the words are in `text`
 */
export function hitsAfter(words: readonly Span[], hit: RegExp, text: string): readonly Span[] {
  return words.flatMap(({ end }) => {
    const found = hit.exec(text.slice(end, end + REACH))?.indices?.groups?.['hit'];
    return found === undefined ? [] : [{ start: end + found[0], end: end + found[1] }];
  });
}

const REACH = 200;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const digitsIn = (text: string): number => text.replace(/\D/gu, '').length;
