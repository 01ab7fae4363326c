import type { PublicId } from '../ids.ts';

/** Crockford's alphabet: no I, L, O or U, which are misread or spell words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;
const PUBLIC_ID = /^P-[0-9A-HJKMNP-TV-Z]{5}$/u;

export function isPublicId(text: string): text is PublicId {
  return PUBLIC_ID.test(text);
}

/** Makes a public id of random bytes, at least five; every byte gives one character, all equally likely. */
export function publicIdFrom(bytes: Uint8Array): PublicId {
  const characters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  const id = `P-${characters.join('')}`;
  if (!isPublicId(id)) throw new RangeError('A public id needs five bytes');
  return id;
}
