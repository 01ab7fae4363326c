/**
 * Characters that change how other text reads without being seen: bidirectional overrides and isolates, zero-width
 * space and joiner-like marks, tag characters, variation selectors beyond emoji. Kept are U+200C, U+200D (needed in
 * Persian and Indic scripts) and the plain direction marks U+200E and U+200F.
 */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
// eslint-disable-next-line no-control-regex -- taking control characters out is the purpose
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu;

/** Text of several lines as it may be published: NFC, `\n` only, nothing unseen. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(BREAKS, '\n').replace(CONTROLS, '').replace(UNSEEN, '').trim();
}

/** The same for a title or a name: one line, single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
