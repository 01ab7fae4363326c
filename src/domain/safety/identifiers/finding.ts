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

/**
 * Every match of a regular expression with the flag `g`. `matchAll` makes a copy of the expression each time, which
 * costs more than a short text takes to be searched.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

/** Every match of a regular expression with the flag `g`, as a span. */
export const spansOf = (pattern: RegExp, text: string): readonly Span[] =>
  matchesOf(pattern, text).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** Spans of the group `hit` of a regular expression with the flags `g` and `d`. */
export const hitsOf = (pattern: RegExp, text: string): readonly Span[] =>
  matchesOf(pattern, text).flatMap(({ indices }) => {
    const hit = indices?.groups?.['hit'];
    return hit === undefined ? [] : [{ start: hit[0], end: hit[1] }];
  });

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const digitsIn = (text: string): number => text.replace(/\D/gu, '').length;
