import { createHash } from 'node:crypto';

/** A word that stands in one hidden field and nowhere else in the world. */
export const canary = (name: string): string => `zq${name}xwv`;

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

/** The ways in which a hidden text could still be told: as it is (in whatever case), turned, encoded, hashed. */
export function disguises(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [
    text,
    [...text].reverse().join(''),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(text),
    ...['md5', 'sha1', 'sha256'].map((algorithm) => digest(algorithm, text)),
  ];
}

/** Which of the words can be read in these bytes, in any disguise. */
export function heard(bytes: string, words: readonly string[]): string[] {
  const haystack = bytes.normalize('NFKC').toLowerCase();
  return words.filter((word) =>
    disguises(word).some((form) => haystack.includes(form.normalize('NFKC').toLowerCase())),
  );
}
