import { remember } from '../remember.ts';
import { findIdentifiers } from './identifiers.ts';

/** About as many texts as the pages of a busy hour show. */
const MOST_TEXTS = 2000;

/**
 * `findIdentifiers` for texts that are shown again and again, page after page: looking through a long one takes
 * longer than everything else on its page.
 */
export const identifiersShown = remember(
  MOST_TEXTS,
  (text: string, countries: readonly string[] = []) => `${countries.join(' ')}\n${text}`,
  findIdentifiers,
);
