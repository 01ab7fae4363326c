const pattern = /^[A-Za-z0-9.!#$%&'*+/=?^_{}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const LONGEST = 254;

/**
 * One plain address in small letters, or undefined. No quotes, comments, lists or control characters: an address that
 * a mail program could read in two ways could send a letter to somebody else.
 */
export function readEmailAddress(typed: string): string | undefined {
  const address = typed.trim().toLowerCase();
  return address.length <= LONGEST && pattern.test(address) ? address : undefined;
}

/** Enough for its owner to recognise it, and no more: `a•••@example.org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
