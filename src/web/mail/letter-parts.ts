import type { LetterPart } from '../../../views/mail/mail-pages.tsx';

/** The text of a letter, cut where its addresses begin and end. Only the web's own: nothing else can be followed. */
export function letterParts(text: string): readonly LetterPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((part) => part !== '')
    .map((part) => (/^https?:\/\//.test(part) ? { kind: 'link', href: part } : { kind: 'text', text: part }));
}
