import type { PublicId } from '../ids.ts';

/** Crockford's alphabet: no I, L, O or U, which are misread or spell words. */
const PUBLIC_ID = /^P-[0-9A-HJKMNP-TV-Z]{5}$/u;

export function isPublicId(text: string): text is PublicId {
  return PUBLIC_ID.test(text);
}
