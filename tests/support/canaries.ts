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
    ...inBase64(bytes),
    bytes.toString('hex'),
    encodeURIComponent(text),
    ...['md5', 'sha1', 'sha256'].map((algorithm) => digest(algorithm, text)),
  ];
}

/** As it looks in the middle of a longer text in base64: at each of the three places where it can begin in it. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const sure = whole.toString('base64').slice(Math.ceil((before * 4) / 3), Math.floor((whole.length * 4) / 3));
    return sure.replace(/=+$/, '');
  });
}

const FIRST_LETTERS = 5;

/** Which of the words can be read in these bytes, in any disguise, or by its first letters at the start of a word. */
export function heard(bytes: string, words: readonly string[]): string[] {
  const haystack = bytes.normalize('NFKC').toLowerCase();
  return words.filter(
    (word) =>
      disguises(word).some((form) => haystack.includes(form.normalize('NFKC').toLowerCase())) ||
      new RegExp(`(?<![a-z0-9_+/=-])${word.slice(0, FIRST_LETTERS)}`, 'u').test(haystack),
  );
}
