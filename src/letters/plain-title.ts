import { cleanLine } from '../domain/publication/clean-text.ts';

const LONGEST = 160;

/** A title as it may stand in a letter to a reviewer: one line, and nothing that a mail program would make a link of. */
export function plainTitle(title: unknown): string {
  if (typeof title !== 'string') return '';
  const bare = cleanLine(title)
    .replace(/\b(?:https?|ftp|mailto):\S*/giu, '')
    .replace(/\bwww\.\S*/giu, '')
    .replace(/[<>@]/gu, ' ');
  return cleanLine(bare).slice(0, LONGEST).toWellFormed();
}
