import { randomBytes } from 'node:crypto';
import type { Random } from '../../ports/random.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The operating system's randomness. 256 is a multiple of 32, so every character is equally likely. */
export const systemRandom: Random = {
  token: (bytes) => randomBytes(bytes).toString('base64url'),
  crockford: (length) => Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join(''),
};
