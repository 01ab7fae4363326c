import type { Branded } from '../ids.ts';

/** The 24 characters that open one draft or submission: 23 that carry 115 bits, and a check character. */
export type Receipt = Branded<'Receipt'>;

/** Crockford's base 32: no I, L, O and U, so that nothing is misread and no word appears. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const CARRYING = 23;
const BITS_EACH = 5;
const MODULUS = 31;
/** Bytes that are needed for 115 bits; any further ones are left unread. */
export const RECEIPT_BYTES = 15;

/**
 * The check character: the sum of each value times its place (1 to 23), modulo 31. Every single wrong character and
 * every exchange of two neighbours, the check character's included, changes it, but for the pair 0 and Z, whose values
 * are alike modulo 31: a 0 for a Z is not noticed. Of codes typed at random one in 31 passes.
 */
function checkCharacter(carrying: string): string {
  const sum = Array.from(carrying).reduce((before, character, at) => before + (at + 1) * valueOf(character), 0);
  return crockfordAlphabet.charAt(sum % MODULUS);
}

const valueOf = (character: string): number => crockfordAlphabet.indexOf(character);

/** The receipt of a keyed hash: its first 115 bits, five to a character. Throws RangeError below 15 bytes. */
export function receiptFromBytes(bytes: Uint8Array): Receipt {
  if (bytes.length < RECEIPT_BYTES) throw new RangeError('A receipt is made of 15 bytes or more.');
  const bits = [...bytes.subarray(0, RECEIPT_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let carrying = '';
  for (let at = 0; at < CARRYING * BITS_EACH; at += BITS_EACH)
    carrying += crockfordAlphabet.charAt(Number.parseInt(bits.slice(at, at + BITS_EACH), 2));
  return (carrying + checkCharacter(carrying)) as Receipt;
}

/** As it is shown: six groups of four. */
export const formatReceipt = (receipt: Receipt): string => receipt.replace(/.{4}(?=.)/g, '$&-');

/** What was typed: nothing; not a code of this form; a code with a typing error; or a code that may exist. */
export type TypedReceipt =
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'valid'; readonly receipt: Receipt };

/**
 * Reads a code as people type it: in small letters, O for 0, I or L for 1, with spaces, dashes or invisible marks of
 * direction, full width, and with Arabic-Indic or Persian digits. Typing errors are found without asking the store.
 */
export function readReceipt(typed: string): TypedReceipt {
  const code = normalisedCode(typed);
  if (code === '') return { kind: 'empty' };
  if (code.length !== CARRYING + 1 || Array.from(code).some((character) => valueOf(character) < 0))
    return { kind: 'malformed' };
  const right = checkCharacter(code.slice(0, CARRYING)) === code.slice(CARRYING);
  return right ? { kind: 'valid', receipt: code as Receipt } : { kind: 'mistyped' };
}

function normalisedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
