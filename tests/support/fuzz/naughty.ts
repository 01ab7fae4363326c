import fc from 'fast-check';
import { hostileText } from '../../domain/publication/hostile-text.ts';

/** What somebody types: a text, or bytes that are sent as they stand because no text has them. */
export type Typing = string | { readonly bytes: string };

/** Texts at which programs of the world have stumbled. */
const naughty: readonly Typing[] = [
  '',
  ' ',
  '\t',
  '\n\n\n',
  '\r\n',
  'undefined',
  'null',
  'NaN',
  'true',
  '0',
  '-1',
  '1e309',
  '0x7f',
  '٣١٤',
  '۱۲۳',
  '9'.repeat(400),
  '-0.0000001',
  '2026-13-45',
  '2024-02-30',
  '0000-00',
  '275760-09-14',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%2e%2e%2f',
  'CON',
  "Robert'); drop table submissions;--",
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><script>alert(1)</script>',
  '</title><b>',
  '&amp;lt;b&amp;gt; &#0; &#xD800; &nosuch;',
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
  '{0} {name} {count, plural, one {#} other {#}}',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://',
  'https://[::1',
  'https://user:password@example.org:99999/',
  'http://a/%%30%30',
  'a@b',
  'a@b@c.example',
  '"quoted local"@example.org',
  'a@xn--.example',
  'a@example.org\nBcc: b@example.org',
  'Subject: x\r\nBcc: y@example.org\r\n\r\nbody',
  '.\r\n.\r\nQUIT',
  'ﷺ'.repeat(50),
  '\u202Eevil\u202C \u2066isolate\u2069 \u200F',
  'Z\u0361\u035Ca\u0310l\u0340g\u0301o\u0327'.repeat(20),
  'a' + '\u0301'.repeat(500),
  '👩‍👩‍👧‍👦🏳️‍🌈🇯🇴',
  '\u{1F468}\u200D\u{1F469}',
  '\uFEFFbom',
  '\u00A0\u2003\u3000',
  '\u2028line\u2029paragraph',
  'ﬁ ﬀ ẞ İ ı ǆ Å Å',
  '\u0007bell\u001b[31mred\u001b[0m',
  'zero\u0000byte',
  '🐍'.repeat(300),
  'ثم نفس سقطت وبالتحديد،',
  '社會科學院語學研究所',
  '[](){}*+?.\\^$|',
  '(a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  'a'.repeat(5_000),
  'word '.repeat(4_000),
  '(. '.repeat(8_000),
  '0'.repeat(20_000),
  '+49 (0) '.repeat(2_000),
  'a@'.repeat(8_000),
  '1. '.repeat(5_000),
  'A. B. '.repeat(5_000),
  '-'.repeat(10_000),
  '*'.repeat(5_000),
  '[x]('.repeat(3_000),
  '\n'.repeat(5_000),
  '\u0301'.repeat(5_000),
  'ا'.repeat(10_000),
  { bytes: '%ED%A0%80' },
  { bytes: '%ED%A0%BD%ED%B0%80' },
  { bytes: '%FF%FE%00' },
  { bytes: '%C0%AF' },
  { bytes: '%' },
  { bytes: '%zz%u0041' },
  { bytes: 'a=b=c;d' },
  { bytes: '%00' },
  { bytes: '%0d%0aSet-Cookie:%20x=y' },
];

/** The text that a form reader gets from it. */
export const textOf = (typing: Typing): string => new URLSearchParams(`x=${encoded(typing)}`).get('x') ?? '';

/** As it stands in the body of a form. */
export const encoded = (typing: Typing): string =>
  typeof typing === 'string' ? encodeURIComponent(typing.toWellFormed()) : typing.bytes;

/** An endless supply: the naughty ones in some order, with drawn ones between them. The same for the same seed. */
export function typings(seed: number): () => Typing {
  const drawn = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    hostileText,
    fc.string({ unit: 'grapheme', minLength: 200, maxLength: 2_000 }),
  );
  const pool = fc.sample(
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...naughty) }, { weight: 3, arbitrary: drawn }),
    { seed, numRuns: 4_000 },
  );
  let next = 0;
  return () => pool[next++ % pool.length] ?? '';
}
