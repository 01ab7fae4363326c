import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countOf,
  falsePerCleanText,
  judge,
  readLabelled,
  textLanguages,
  textSets,
  type Judged,
  type LabelledText,
} from '../../../bench/guard-score.ts';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import { identifierTypes } from '../../../src/domain/safety/identifiers/finding.ts';
import { hardTypes } from '../../../src/domain/safety/leak-gate.ts';

const all = textSets.flatMap((set) => textLanguages.flatMap((language) => readLabelled(set, language)));
const judged: readonly Judged[] = textLanguages.flatMap((language) => readLabelled('tune', language)).map(judge);
const clean = ({ expected }: LabelledText): boolean => expected.length === 0;

describe('the labelled texts', () => {
  it('are 440 in four languages, nearly half of them clean, most of them held out once', () => {
    for (const language of textLanguages) {
      const sizes = textSets
        .map((set) => readLabelled(set, language))
        .map((texts) => [texts.length, texts.filter(clean).length]);
      assert.deepEqual(sizes, [
        [40, 20],
        [20, 10],
        [40, 20],
        [10, 4],
      ]);
    }
  });

  it('hold their labels, of every type in each set, and no text twice', () => {
    for (const { text, expected, allowed = [] } of all) {
      for (const { excerpt } of [...expected, ...allowed]) assert.ok(text.includes(excerpt), excerpt);
    }
    for (const set of textSets) {
      const texts = textLanguages.flatMap((language) => readLabelled(set, language));
      const types = texts.flatMap(({ expected }) => expected.map(({ type }) => type));
      assert.deepEqual(new Set(types), new Set(identifierTypes));
    }
    assert.equal(new Set(all.map(({ text }) => text)).size, all.length);
  });
});

describe('the identifier check on the texts it was tuned on', () => {
  for (const type of identifierTypes) {
    const least = hardTypes.includes(type) ? 0.99 : 0.9;
    it(`finds ${String(least * 100)} of 100 of ${type}`, () => {
      const { found, expected } = countOf(judged, type);
      assert.ok(found / expected >= least, `${String(found)} of ${String(expected)}`);
    });
  }

  it('tells of nothing in four clean texts of five', () => {
    assert.ok(falsePerCleanText(judged) <= 0.2, String(falsePerCleanText(judged)));
  });
});

/** They have been read once and are held-out no more; what was found in them must not be lost again. */
describe('the identifier check on the texts that measured it once', () => {
  const once = textSets
    .filter((set) => set !== 'tune')
    .flatMap((set) => textLanguages.flatMap((language) => readLabelled(set, language)))
    .map(judge);
  for (const type of identifierTypes) {
    const least = hardTypes.includes(type) ? 0.99 : type === 'person_name' ? 0.85 : 0.9;
    it(`still finds ${String(least * 100)} of 100 of ${type}`, () => {
      const { found, expected } = countOf(once, type);
      assert.ok(found / expected >= least, `${String(found)} of ${String(expected)}`);
    });
  }

  it('tells of nothing in nine clean texts of ten', () => {
    assert.ok(falsePerCleanText(once) <= 0.1, String(falsePerCleanText(once)));
  });
});

describe('a text of any length', () => {
  const offset = '\u{1F600} é ';
  const dated = 'On 3 May 2021 she was attacked outside the bakery in Pellworth.';
  const sentence = `Write to mona.k@desk.example or ring +44 7700 900123. ${dated}`;
  const alone = findIdentifiers(sentence).map(({ type, excerpt }) => `${type} ${excerpt}`);

  it('has its findings wherever they stand, each once', () => {
    assert.deepEqual(
      alone.map((one) => one.split(' ')[0]),
      ['email', 'phone', 'date_place'],
    );
    for (let before = 14_600; before < 16_400; before += 61) {
      const text = `${offset}${'word '.repeat(before / 5)}\n${sentence}\n${'word '.repeat(6_000)}`;
      const told = findIdentifiers(text);
      assert.deepEqual(
        told.map(({ type, excerpt }) => `${type} ${excerpt}`),
        alone,
        String(before),
      );
      for (const { excerpt, start, end } of told) assert.equal(text.slice(start, end), excerpt);
    }
  });

  it('is searched to its end', () => {
    const text = `${'word '.repeat(60_000)}${sentence}`;
    assert.deepEqual(
      findIdentifiers(text).map(({ type, excerpt }) => `${type} ${excerpt}`),
      alone,
    );
  });

  it('takes time as it is long and no more', () => {
    const hostile = [
      '٠',
      'السيدة ',
      'AB-',
      '12-',
      'her id ',
      'case no ',
      '0.1234, ',
      'Aa Bb, ',
      'girl aged 9 ',
      '@aa ',
    ];
    for (const piece of hostile) {
      const before = process.cpuUsage();
      findIdentifiers(piece.repeat(200_000 / piece.length));
      const { user } = process.cpuUsage(before);
      assert.ok(user < 1_500_000, `${piece}: ${String(user / 1000)} ms`);
    }
  });
});
