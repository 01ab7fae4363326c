import type { Span } from './finding.ts';

const REACH = 200;
/** "Her passport; call 0700 …": what follows such a word is a telephone number, whatever word came before. */
const OF_PHONE =
  /(?<!\p{L})(?:(?:tele)?phone|tel|mobile|cell|call|ring|whats ?app|t[ée]l|t[ée]l[ée]phone|portable|appeler|joindre|joignable|tel[ée]fono|celular|m[óo]vil|llamar(?:la|le|lo)?)(?!\p{L})|هاتف|جوال|موبايل|اتصل|الاتصال|واتساب/iu;

/**
 * What stands soon after a word, as the group `hit` of a pattern that begins with `^`. Two plain patterns instead of
 * one with a gap in it: `hit` may care for capitals where the word does not, and nothing is tried twice.
 * @param words where the words are in `text`
 */
export function hitsAfter(words: readonly Span[], hit: RegExp, text: string): readonly Span[] {
  return words.flatMap(({ end }) => {
    const ahead = text.slice(end, end + REACH);
    const found = hit.exec(ahead)?.indices?.groups?.['hit'];
    if (found === undefined || OF_PHONE.test(ahead.slice(0, found[0]))) return [];
    return [{ start: end + found[0], end: end + found[1] }];
  });
}
