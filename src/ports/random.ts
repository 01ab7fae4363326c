/** Randomness as a dependency, so that a test can repeat a run. */
export interface Random {
  /** `bytes` random bytes, base64url. */
  token(bytes: number): string;
  /** `length` characters of Crockford's base 32. */
  crockford(length: number): string;
}
