/** Letters of Arabic that are written one for the other. */
const ALIKE: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه', ـ: '' };

/**
 * A text as it must be compared when nobody may hide behind spelling: without case, accents, vowel marks,
 * compatibility forms and punctuation, words parted by one space.
 */
export function plainWords(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\p{Cf}/gu, '');
  return letters
    .replace(/[ىةـ]/gu, (sign) => ALIKE[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
