const UNWRITTEN = /[\u064B-\u0652\u0670\u0640]/gu;
const FOLDED: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه' };

/**
 * A text as it is searched: Arabic without vowel signs and stretching, and with one form for the letters that people
 * write in several ways. Case and Latin accents are the index's own concern.
 */
export function searchable(text: string): string {
  return text.replace(UNWRITTEN, '').replace(/[أإآٱىة]/gu, (letter) => FOLDED[letter] ?? letter);
}

/** A page of words is no question: what is searched for is short. */
const MOST_WORDS = 8;

/** The words that a text must all have, folded like the text itself. */
export function searchWords(typed: string): string[] {
  return (searchable(typed).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS);
}
