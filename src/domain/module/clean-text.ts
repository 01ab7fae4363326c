/** Directions that override what is read, invisible tags and zero-width characters that only hide or disguise. */
const DISGUISES = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;
// eslint-disable-next-line no-control-regex -- these are the characters that must go
const CONTROLS = /[\u0000-\u0008\u000B-\u001F]/g;

/**
 * What was typed as text that every later reader can bear: NFC, line breaks as `\n`, no control characters but
 * `\n` and `\t`, lone surrogates replaced.
 */
export function cleanText(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed().normalize('NFC');
}

/**
 * How many characters of what was typed cannot be read and are gone from the cleaned text, or stand there as U+FFFD.
 */
export function unreadableIn(typed: string): number {
  const controls = typed.replace(/\r\n?/g, '\n').match(CONTROLS)?.length ?? 0;
  return controls + (typed.toWellFormed().match(/\uFFFD/g)?.length ?? 0);
}

/** One line, for titles and names: additionally no line breaks and nothing that changes how the rest is read. */
export function cleanLine(typed: string): string {
  return cleanText(typed)
    .replace(/[\n\t]+/g, ' ')
    .replace(DISGUISES, '');
}

/** Arabic-Indic and Persian digits as ASCII digits, for numbers and dates. */
export function westernDigits(typed: string): string {
  return typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
