import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLabelled, textLanguages } from '../../../bench/guard-score.ts';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import { hostilePieces } from './hostile-pieces.ts';

/** Each text with what must be told of it, exactly as it stands there. */
const written: readonly (readonly [how: string, text: string, type: string, excerpt: string])[] = [
  ['with signs without width', 'Ring +254\u200b700\u200b000\u200b000 now.', 'phone', '+254\u200b700\u200b000\u200b000'],
  ['with a soft hyphen', 'Write to mona\u00ad.k@desk.example now.', 'email', 'mona\u00ad.k@desk.example'],
  ['with marks of direction', 'هاتفها \u2066+962 7 9000 0000\u2069 فقط.', 'phone', '+962 7 9000 0000'],
  ['right to left around left to right', 'اكتبوا إلى mona.k@desk.example ثم انتظروا.', 'email', 'mona.k@desk.example'],
  ['in Arabic-Indic digits', 'رقمها ٠٧٩ ٠٠٠ ٠٠٠٠ فقط.', 'phone', '٠٧٩ ٠٠٠ ٠٠٠٠'],
  ['in Persian digits', 'رقمها ۰۹۱۲ ۰۰۰ ۰۰۰۰ فقط.', 'phone', '۰۹۱۲ ۰۰۰ ۰۰۰۰'],
  ['in digits of both kinds', 'رقمها ٠۹١٢ 000 ۰۰٠٠ فقط.', 'phone', '٠۹١٢ 000 ۰۰٠٠'],
  ['over two lines', 'Ring her at +254 700\n000 000 after six.', 'phone', '+254 700\n000 000'],
  ['over two lines of Windows', 'Son numéro : 06 39 98\r\n12 34.', 'phone', '06 39 98\r\n12 34'],
  ['behind signs of two code units', '\u{1F600}\u{1F600} ring +254 700 000 000', 'phone', '+254 700 000 000'],
  ['at and dot in words', 'mona dot k at desk dot example is hers.', 'email', 'mona dot k at desk dot example'],
  [
    'in French words',
    'mona point k arobase maison point example',
    'email',
    'mona point k arobase maison point example',
  ],
  ['in Spanish words', 'mona punto k arroba casa punto example', 'email', 'mona punto k arroba casa punto example'],
  ['in brackets', 'mona (at) desk [dot] example', 'email', 'mona (at) desk [dot] example'],
  ['a link without its scheme', 'Join wa.me/254700000000 now.', 'url_contact', 'wa.me/254700000000'],
  ['a link to Telegram', 'Join t.me/desk_group now.', 'url_contact', 't.me/desk_group'],
  ['a link to Signal', 'Join https://signal.me/#p/+254700000000', 'url_contact', 'https://signal.me/#p/+254700000000'],
  [
    'a link to a group of Signal',
    'Join https://signal.group/#CjQKIAAA now',
    'url_contact',
    'https://signal.group/#CjQKIAAA',
  ],
  ['after a word that begins as a law does', 'The activist 0772 000 111 answers.', 'phone', '0772 000 111'],
];

describe('what is written to be overlooked', () => {
  for (const [how, text, type, excerpt] of written) {
    it(`is told: ${how}`, () => {
      const start = text.indexOf(excerpt);
      const found = findIdentifiers(text).find((one) => one.type === type);
      assert.deepEqual(found, { type, excerpt, start, end: start + excerpt.length });
    });
  }

  it('is no column of figures', () => {
    const table = 'Year\n2019 2020 2021\n1204 1311 1420\n12 345\n67 890\n11 222\n';
    assert.deepEqual(findIdentifiers(table), []);
  });

  it('stands where it is said to stand, whatever is strewn between', () => {
    const signs = fc.array(fc.constantFrom('\u200b', '\u200f', '\u2066', '\u00ad', '\ufeff'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), signs, signs, (before, some, more) => {
        const text = `${before} ring +254 70${some.join('')}0 000${more.join('')} 000 or mona@desk.example`;
        for (const { excerpt, start, end } of findIdentifiers(text)) assert.equal(text.slice(start, end), excerpt);
        assert.ok(findIdentifiers(text).some(({ type }) => type === 'phone'));
      }),
    );
  });
});

describe('the time it takes', () => {
  const cpu = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  };

  it('is under 20 ms for a page of 10 KB that is full of findings', () => {
    const joined = textLanguages.flatMap((language) => readLabelled('tune', language)).map(({ text }) => text);
    const page = joined.join('\n').slice(0, 10_000);
    const times = Array.from({ length: 15 }, () => cpu(() => findIdentifiers(page)));
    assert.ok(Math.min(...times) < 20, String(times));
  });

  it('grows with the length and no faster, whatever is repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 5 }), (pieces) => {
        const piece = pieces.join('');
        const text = piece.repeat(Math.ceil(40_000 / piece.length));
        const ms = cpu(() => findIdentifiers(text));
        assert.ok(ms < 1_000, `${JSON.stringify(piece)}: ${String(ms)} ms`);
      }),
      { numRuns: 60 },
    );
  });
});
