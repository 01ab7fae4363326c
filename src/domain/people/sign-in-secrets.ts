import { crockfordAlphabet } from '../safety/receipt.ts';

export interface SignInSecrets {
  readonly token: string;
  /** 40 bits: good only in the browser that asked, for ten minutes and five tries. */
  readonly code: string;
}

const CODE_LENGTH = 8;
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * What the letter of a sign-in request says, worked out from the request's id: so it can be written again after a
 * crash, and neither is ever stored. `derive` gives 32 unguessable bytes for a name, base64url.
 */
export function signInSecrets(requestId: string, derive: (name: string) => string): SignInSecrets {
  const bits = derive(`sign_in_code:${requestId}`).slice(0, CODE_LENGTH);
  const code = [...bits].map((sign) => crockfordAlphabet.charAt(base64url.indexOf(sign) % crockfordAlphabet.length));
  return { token: derive(`sign_in:${requestId}`), code: code.join('') };
}

/** As it is shown: two groups of four. */
export const formatCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code as people type it: small letters, spaces, O for 0, I or L for 1, and other digits than ours. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, 40);
}
