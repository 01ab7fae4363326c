import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LeafType } from '../../../src/domain/module/form.ts';
import { flattenAnswers, readAnswers } from '../../../src/domain/module/read-answers.ts';
import { field, listed, text } from './small-module.ts';

const leaf = (type: LeafType) => field({ id: 'f', type });
const read = (type: LeafType, value: unknown) => readAnswers([leaf(type)], { f: value })['f'];
const textarea: LeafType = { type: 'textarea', minWords: 0, maxWords: 100 };

const outcomes = field({
  id: 'outcomes',
  type: {
    type: 'repeat',
    max: 8,
    fields: [
      { id: 'outcome', required: true, type: text() },
      { id: 'tags', required: false, type: { type: 'multi', options: listed('a') } },
    ],
  },
});
const risk = field({
  id: 'risk',
  type: {
    type: 'matrix',
    rows: ['staff', 'partners'],
    fields: [{ id: 'level', required: true, type: { type: 'choice', options: listed('low') } }],
  },
});
const period = field({
  id: 'period',
  type: { type: 'group', fields: [{ id: 'from', required: true, type: { type: 'month' } }] },
});

describe('reading a posted form', () => {
  it('takes dotted names into groups, rows and entries', () => {
    assert.deepEqual(
      readAnswers([period, risk, outcomes], {
        'period.from': '1999-10',
        'risk.staff.level': 'low',
        'outcomes.10.outcome': 'Third',
        'outcomes.2.outcome': 'Second',
        'outcomes.0.outcome': 'First',
        'outcomes.2.tags': ['a', 'a', ''],
        'outcomes.3.outcome': '',
        'outcomes.x.outcome': 'no number',
        'outcomes.0': 'no part',
      }),
      {
        period: { from: '1999-10' },
        risk: { staff: { level: 'low' }, partners: {} },
        outcomes: [
          { outcome: 'First', tags: [] },
          { outcome: 'Second', tags: ['a'] },
          { outcome: 'Third', tags: [] },
        ],
      },
    );
  });

  it('leaves out what was not posted, but for ticks and lists', () => {
    const fields = [
      field({ id: 'title', type: text() }),
      field({ id: 'countries', type: { type: 'multi', options: listed('a') } }),
      field({ id: 'rights', type: { type: 'attest' } }),
    ];
    assert.deepEqual(readAnswers(fields, {}), { countries: [], rights: false });
  });

  it('drops names that no field has, whatever they are called', () => {
    const body = JSON.parse('{"__proto__": {"f": "x"}, "constructor": "x", "other": "x", "f.length": "1"}') as Record<
      string,
      unknown
    >;
    assert.deepEqual(readAnswers([leaf(text())], body), {});
    assert.equal(Object.hasOwn(Object.prototype, 'f'), false);
    assert.deepEqual(readAnswers([leaf(text())], Object.create({ f: 'inherited' }) as Record<string, unknown>), {});
  });

  it('keeps what was typed even where it is wrong', () => {
    assert.equal(read({ type: 'email' }, ' not an address '), 'not an address');
    assert.equal(read({ type: 'number' }, 'many'), 'many');
    assert.equal(read({ type: 'yes_no' }, 'perhaps'), 'perhaps');
    assert.equal(read({ type: 'choice', options: listed('a') }, 'b'), 'b');
    assert.deepEqual(read(text(), ['one', 'two']), ['one', 'two']);
    assert.equal(read(text(), 7), undefined);
  });

  it('knows yes, no and a tick', () => {
    assert.equal(read({ type: 'yes_no' }, 'yes'), true);
    assert.equal(read({ type: 'yes_no' }, 'no'), false);
    assert.equal(read({ type: 'attest' }, 'yes'), true);
    assert.equal(read({ type: 'attest' }, 'on'), true);
    assert.equal(read({ type: 'attest' }, 'no'), false);
  });

  it('reads Arabic and Persian digits in numbers, months and dates', () => {
    assert.equal(read({ type: 'number' }, '٧٤٠'), '740');
    assert.equal(read({ type: 'month' }, '۱۹۹۹-۱۰'), '1999-10');
    assert.equal(read({ type: 'date' }, '٢٠٣٠-٠١-٠١'), '2030-01-01');
    assert.equal(read(text(), '٧'), '٧');
  });

  it('cleans text of what no text may have', () => {
    assert.equal(read(textarea, 'a\r\nb\rc\u0000\u0007\td\ud800'), 'a\nb\nc\td\ufffd');
    assert.equal(read(textarea, 'e\u0301'), 'é');
    assert.equal(read(text(), 'a\r\n\tb\u202e\u200b\u{e0041}c\u200d'), 'a bc\u200d');
  });

  it('reads at most a hundred entries', () => {
    const body = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`outcomes.${String(index)}.outcome`, 'x']),
    );
    assert.equal((readAnswers([outcomes], body)['outcomes'] as unknown[]).length, 100);
  });
});

describe('the names and values of an answer', () => {
  it('are what the form posts', () => {
    assert.deepEqual(flattenAnswers(outcomes, [{ outcome: 'First', tags: ['a', 'b'] }, { outcome: 'Second' }]), [
      ['outcomes.0.outcome', 'First'],
      ['outcomes.0.tags', 'a'],
      ['outcomes.0.tags', 'b'],
      ['outcomes.1.outcome', 'Second'],
    ]);
    assert.deepEqual(flattenAnswers(risk, { staff: { level: 'low' } }), [['risk.staff.level', 'low']]);
    assert.deepEqual(flattenAnswers(leaf({ type: 'yes_no' }), false), [['f', 'no']]);
    assert.deepEqual(flattenAnswers(leaf({ type: 'yes_no' }), true), [['f', 'yes']]);
    assert.deepEqual(flattenAnswers(leaf({ type: 'attest' }), true), [['f', 'yes']]);
    assert.deepEqual(flattenAnswers(leaf({ type: 'attest' }), false), []);
    assert.deepEqual(flattenAnswers(leaf({ type: 'number' }), 740), [['f', '740']]);
  });

  it('are none where there is no answer of this shape', () => {
    for (const value of [undefined, null, 'x', ['x']]) {
      assert.deepEqual(flattenAnswers(period, value), []);
      assert.deepEqual(flattenAnswers(risk, value), []);
    }
    assert.deepEqual(flattenAnswers(outcomes, 'x'), []);
    assert.deepEqual(flattenAnswers(leaf(text()), { a: 'x' }), []);
  });

  it('read back as the same answer', () => {
    const entry = fc.record(
      { outcome: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9})?$/), tags: fc.subarray(['a']) },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const body: Record<string, string[]> = {};
        for (const [name, value] of flattenAnswers(outcomes, entries)) (body[name] ??= []).push(value);
        assert.deepEqual(readAnswers([outcomes], body), { outcomes: entries });
      }),
    );
  });
});
