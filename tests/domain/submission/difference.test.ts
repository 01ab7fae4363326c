import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '../../../src/domain/module/form.ts';
import { differenceOf } from '../../../src/domain/submission/difference.ts';

const parts = (before: string, after: string, language = 'en') => {
  const [found] = differenceOf({ text: before }, { text: after }, language);
  return found?.kind === 'changed' ? found.parts : assert.fail('not changed');
};

describe('The difference between two versions', () => {
  it('names what was added, removed and changed by its dotted path', () => {
    const before: Answers = {
      title: 'Desks for women',
      mechanism: 'Trust',
      risk_people: { survivors: { level: 'low', mitigation: '' } },
      outcomes: [{ before: 'none', after: '3' }],
      countries: ['KE', 'UG'],
      translation: true,
    };
    const after: Answers = {
      title: 'Desks for women',
      risk_people: { survivors: { level: 'medium', mitigation: 'A call first' } },
      outcomes: [{ before: 'none', after: '3' }, { before: 'one' }],
      countries: ['KE'],
      translation: false,
    };
    assert.deepEqual(differenceOf(before, after, 'en'), [
      { kind: 'removed', path: 'mechanism', before: 'Trust' },
      {
        kind: 'changed',
        path: 'risk_people.survivors.level',
        before: 'low',
        after: 'medium',
        parts: [
          { kind: 'removed', text: 'low' },
          { kind: 'added', text: 'medium' },
        ],
      },
      { kind: 'changed', path: 'countries', before: ['KE', 'UG'], after: ['KE'], parts: undefined },
      { kind: 'changed', path: 'translation', before: true, after: false, parts: undefined },
      { kind: 'added', path: 'risk_people.survivors.mitigation', after: 'A call first' },
      { kind: 'added', path: 'outcomes.1.before', after: 'one' },
    ]);
  });

  it('takes an empty answer for none', () => {
    assert.deepEqual(differenceOf({ a: '', b: null, c: [] }, { d: {}, e: [] }, 'en'), []);
  });

  it('shows a changed text word by word', () => {
    assert.deepEqual(parts('The police opened a desk.', 'The police opened two desks.'), [
      { kind: 'kept', text: 'The police opened ' },
      { kind: 'removed', text: 'a' },
      { kind: 'added', text: 'two' },
      { kind: 'kept', text: ' ' },
      { kind: 'removed', text: 'desk' },
      { kind: 'added', text: 'desks' },
      { kind: 'kept', text: '.' },
    ]);
  });

  it('keeps Arabic words whole', () => {
    assert.deepEqual(parts('فتحت الشرطة مكتبا', 'فتحت الشرطة مكتبين', 'ar'), [
      { kind: 'kept', text: 'فتحت الشرطة ' },
      { kind: 'removed', text: 'مكتبا' },
      { kind: 'added', text: 'مكتبين' },
    ]);
  });

  it('gives both texts back, letter by letter', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', ' ', '\n', '، ', 'كلمة', '👩🏾‍⚖️', '.'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== '' && after !== '' && before !== after);
        const found = parts(before, after) ?? [];
        const joined = (left: string) =>
          found
            .filter(({ kind }) => kind !== left)
            .map((part) => part.text)
            .join('');
        assert.deepEqual([joined('added'), joined('removed')], [before, after]);
      }),
    );
  });

  it('gives up on the words of two long texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
    assert.equal(parts(long('a'), long('b')), undefined);
  });
});
