import { findIdentifiers } from './identifiers.ts';
import type { Finding } from './identifiers/finding.ts';

/** About as many texts as the pages of a busy hour show. */
const MOST_TEXTS = 2000;
const seen = new Map<string, readonly Finding[]>();

/**
 * `findIdentifiers` for texts that are shown again and again, page after page: looking through a long one takes
 * longer than everything else on its page. The texts seen longest ago are forgotten first.
 */
export function identifiersShown(text: string, countries: readonly string[] = []): readonly Finding[] {
  const key = `${countries.join(' ')}\n${text}`;
  const known = seen.get(key);
  const found = known ?? findIdentifiers(text, countries);
  seen.delete(key);
  seen.set(key, found);
  const oldest = seen.size > MOST_TEXTS ? seen.keys().next().value : undefined;
  if (oldest !== undefined) seen.delete(oldest);
  return found;
}
