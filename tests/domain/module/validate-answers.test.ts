import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, AnswerValue, Field, FieldType, LeafType } from '../../../src/domain/module/form.ts';
import { countWords } from '../../../src/domain/module/leaf-problem.ts';
import { problemsOnPage, validateAnswers } from '../../../src/domain/module/validate-answers.ts';
import type { Stage } from '../../../src/domain/module/validate-answers.ts';
import { field, listed, moduleWith, text } from './small-module.ts';

const now = '2026-11-25T12:00:00.000Z';
const check = (fields: Field[], answers: Answers, stage: Stage = 'send') =>
  validateAnswers(moduleWith(...fields), answers, stage, now);

/** What is wrong with one answer to one field. */
function problemOf(type: FieldType, value: AnswerValue, said: Partial<Field> = {}): unknown {
  const problems = check([field({ id: 'f', type, ...said })], { f: value });
  return problems.length === 0 ? undefined : problems[0]?.problem;
}

const level = { id: 'level', required: true, type: { type: 'choice', options: listed('low', 'high') } } as const;
const mitigation = {
  id: 'mitigation',
  required: false,
  requiredWhen: { field: 'level', in: ['high'] },
  type: text(),
} as const;
const risk = field({
  id: 'risk',
  required: 'to_send',
  type: { type: 'matrix', rows: ['staff', 'partners'], fields: [level, mitigation] },
});

describe('a required answer', () => {
  const toSend = field({ id: 'title', type: text(), required: 'to_send' });
  const beforeReview = field({ id: 'lessons', type: text(), required: 'before_review' });

  it('is asked for when its stage has come, and never when a page is saved', () => {
    assert.deepEqual(check([toSend, beforeReview], {}, 'draft_page'), []);
    assert.deepEqual(check([toSend, beforeReview], {}, 'send'), [{ field: 'title', problem: 'required' }]);
    assert.deepEqual(check([toSend, beforeReview], {}, 'review'), [
      { field: 'title', problem: 'required' },
      { field: 'lessons', problem: 'required' },
    ]);
  });

  it('is not asked for while its condition does not hold', () => {
    const email = field({
      id: 'email',
      type: { type: 'email' },
      required: 'to_send',
      when: { field: 'way', in: ['email'] },
    });
    assert.deepEqual(check([email], { way: 'code', email: 'not an address' }), []);
    assert.deepEqual(check([email], { way: 'email' }), [{ field: 'email', problem: 'required' }]);
  });

  it('that must be ticked says so', () => {
    const attest = field({ id: 'rights', type: { type: 'attest' }, required: 'to_send' });
    for (const rights of [false, '']) {
      assert.deepEqual(check([attest], { rights }), [{ field: 'rights', problem: 'must_be_ticked' }]);
    }
    assert.deepEqual(check([attest], { rights: true }), []);
    assert.equal(problemOf({ type: 'attest' }, 'perhaps'), 'must_be_ticked');
    assert.equal(problemOf({ type: 'attest' }, false), undefined);
  });

  it('is not there when it is only blank space', () => {
    assert.deepEqual(check([toSend], { title: ' \n ' }), [{ field: 'title', problem: 'required' }]);
  });
});

describe('a text', () => {
  it('is counted in code points', () => {
    assert.equal(problemOf(text(3), '😀😀😀'), undefined);
    assert.deepEqual(check([field({ id: 'f', type: text(3) })], { f: 'four' }), [
      { field: 'f', problem: 'too_long', params: { max: 3, count: 4 } },
    ]);
    assert.deepEqual(check([field({ id: 'f', type: text(9, 3) })], { f: 'é'.normalize('NFD') }), [
      { field: 'f', problem: 'too_short', params: { min: 3, count: 1 } },
    ]);
  });

  it('is counted in words by white space', () => {
    const words: LeafType = { type: 'textarea', minWords: 2, maxWords: 3 };
    assert.equal(countWords('  one\n\ntwo\u00a0three '), 3);
    assert.equal(problemOf(words, 'مرحبا بكم'), undefined);
    assert.deepEqual(check([field({ id: 'f', type: words })], { f: 'one' }), [
      { field: 'f', problem: 'too_few_words', params: { min: 2, count: 1 } },
    ]);
    assert.deepEqual(check([field({ id: 'f', type: words })], { f: 'a b c d' }), [
      { field: 'f', problem: 'too_many_words', params: { max: 3, count: 4 } },
    ]);
    assert.equal(problemOf(words, 'x'.repeat(61)), 'too_long');
  });

  it('may carry marks, but not a tower of them', () => {
    assert.equal(problemOf(text(), 'مُدَرَّسَةٌ'), undefined);
    assert.equal(problemOf(text(), `z${'\u0335'.repeat(9)}`), 'too_many_marks');
    assert.equal(problemOf({ type: 'textarea', minWords: 0, maxWords: 9 }, `z${'\u0335'.repeat(9)}`), 'too_many_marks');
  });

  it('is one answer', () => {
    assert.equal(problemOf(text(), ['a', 'b']), 'one_answer_only');
    assert.equal(problemOf({ type: 'choice', options: listed('a', 'b') }, ['a', 'b']), 'one_answer_only');
    assert.equal(problemOf({ type: 'yes_no' }, ['yes', 'no']), 'one_answer_only');
  });
});

describe('a choice', () => {
  it('must be offered', () => {
    const options = listed('a', 'b');
    assert.equal(problemOf({ type: 'choice', options }, 'a'), undefined);
    assert.equal(problemOf({ type: 'choice', options }, 'c'), 'not_an_option');
    assert.equal(problemOf({ type: 'multi', options }, ['a', 'b']), undefined);
    assert.equal(problemOf({ type: 'multi', options }, 'a'), undefined);
    assert.equal(problemOf({ type: 'multi', options }, ['a', 'c']), 'not_an_option');
    assert.equal(problemOf({ type: 'multi', options }, ['constructor']), 'not_an_option');
  });

  it('may be offered and still refused', () => {
    const options = listed('none', 'individual');
    assert.equal(problemOf({ type: 'choice', options }, 'individual', { refuses: ['individual'] }), 'refused_value');
    assert.equal(problemOf({ type: 'choice', options }, 'none', { refuses: ['individual'] }), undefined);
  });

  it('between yes and no is one of them', () => {
    assert.equal(problemOf({ type: 'yes_no' }, false), undefined);
    assert.equal(problemOf({ type: 'yes_no' }, 'perhaps'), 'not_an_option');
  });
});

const table: readonly (readonly [LeafType, readonly AnswerValue[], readonly AnswerValue[], string])[] = [
  [
    { type: 'email' },
    ['a.b+c@example.org', 'x@y.z.example'],
    ['a@b', 'a b@example.org', '"a"@example.org', 'a@example.org, b@example.org', 'a@example.org\nBcc: x@example.org'],
    'not_an_email',
  ],
  [
    { type: 'url' },
    ['https://example.org/a?b=c', 'http://example.org./x', 'HTTPS://EXAMPLE.ORG'],
    [
      'example.org',
      'javascript:alert(1)',
      'ftp://example.org',
      'https://',
      'https:///x',
      'https://a b.example',
      'https://u:p@example.org/',
      'https://u@example.org/',
      'https://[x/',
    ],
    'not_a_url',
  ],
  [
    { type: 'month' },
    ['1993', '1993-11', '2030-01'],
    ['1993-13', '93', '1993-11-02', 'May 1993', '1993-00'],
    'not_a_month',
  ],
  [
    { type: 'date' },
    ['2030-01-01', '2028-02-29'],
    ['2030-02-30', '2027-02-29', '2030', '1.1.2030', '2030-13-01', 'soon'],
    'not_a_date',
  ],
  [
    { type: 'number' },
    ['740', '0', 3, '2.5'],
    ['1,000', '-1', '1e3', 'many', '<5', ''.padEnd(16, '1')],
    'not_a_number',
  ],
];

describe('an answer with a form', () => {
  for (const [type, good, bad, problem] of table) {
    it(`${type.type} takes ${String(good.length)} and refuses ${String(bad.length)} examples`, () => {
      assert.deepEqual(
        good.map((value) => problemOf(type, value)),
        good.map(() => undefined),
      );
      assert.deepEqual(
        bad.map((value) => problemOf(type, value)),
        bad.map(() => problem),
      );
    });
  }

  it('may not be longer than any address is', () => {
    assert.equal(problemOf({ type: 'email' }, `${'a'.repeat(250)}@example.org`), 'too_long');
    assert.equal(problemOf({ type: 'url' }, `https://example.org/${'a'.repeat(2000)}`), 'too_long');
  });

  it('may say that a number is below the step to which it is rounded', () => {
    assert.equal(problemOf({ type: 'number', roundTo: 5 }, '<5'), undefined);
    assert.equal(problemOf({ type: 'number', roundTo: 5 }, '<6'), 'not_a_number');
  });

  it('may have to lie in the past', () => {
    for (const month of ['2026', '2026-11', '1999-12'])
      assert.equal(problemOf({ type: 'month', past: true }, month), undefined);
    for (const month of ['2027', '2026-12']) assert.equal(problemOf({ type: 'month', past: true }, month), 'not_yet');
  });
});

describe('a group', () => {
  const month = { type: 'month' } as const;
  const period = field({
    id: 'period',
    type: {
      type: 'group',
      ordered: ['from', 'to'],
      fields: [
        { id: 'from', required: true, type: month },
        { id: 'to', required: false, type: month },
      ],
    },
  });

  it('that nobody must fill in may stay empty, but not half empty when it is sent', () => {
    assert.deepEqual(check([period], {}), []);
    assert.deepEqual(check([period], { period: { from: '', to: '' } }), []);
    assert.deepEqual(check([period], { period: { to: '2016' } }, 'draft_page'), []);
    assert.deepEqual(check([period], { period: { to: '2016' } }), [{ field: 'period.from', problem: 'required' }]);
  });

  it('that must be filled in asks for its required parts', () => {
    assert.deepEqual(check([{ ...period, required: 'to_send' }], {}), [{ field: 'period.from', problem: 'required' }]);
    const loose = field({
      id: 'note',
      required: 'to_send',
      type: { type: 'group', fields: [{ id: 'a', required: false, type: text() }] },
    });
    assert.deepEqual(check([loose], { note: 'x' }), [{ field: 'note', problem: 'required' }]);
    assert.deepEqual(check([loose], { note: { a: 'x' } }), []);
  });

  it('keeps its order, as far as both say', () => {
    const of = (from: string, to: string | null) => check([period], { period: { from, to } });
    for (const [from, to] of [
      ['1993-11', '2016'],
      ['2016-05', '2016'],
      ['2016', '2016-05'],
      ['2016', null],
    ] as const) {
      assert.deepEqual(of(from, to), []);
    }
    for (const [from, to] of [
      ['2017', '2016'],
      ['2016-06', '2016-05'],
      ['2017-01', '2016'],
    ] as const) {
      assert.deepEqual(of(from, to), [{ field: 'period.to', problem: 'order' }]);
    }
    assert.deepEqual(of('long ago', '2016'), [{ field: 'period.from', problem: 'not_a_month' }]);
  });

  it('orders numbers by size', () => {
    const number = { type: 'number' } as const;
    const money = field({
      id: 'money',
      type: {
        type: 'group',
        ordered: ['min', 'max'],
        fields: [
          { id: 'min', required: false, type: number },
          { id: 'max', required: false, type: number },
        ],
      },
    });
    assert.deepEqual(check([money], { money: { min: 9, max: '10' } }), []);
    assert.deepEqual(check([money], { money: { min: '10', max: 9 } }), [{ field: 'money.max', problem: 'order' }]);
  });

  it('passes over parts that are not asked', () => {
    const parts = [level, { ...mitigation, type: { type: 'number' }, when: { field: 'level', in: ['high'] } }] as const;
    const group = field({ id: 'g', type: { type: 'group', fields: parts } });
    assert.deepEqual(check([group], { g: { level: 'low', mitigation: 'words' } }), []);
    assert.deepEqual(check([group], { g: { level: 'high' } }), [{ field: 'g.mitigation', problem: 'required' }]);
  });
});

describe('a matrix', () => {
  it('asks every row, and more of a row where its level says so', () => {
    assert.deepEqual(check([risk], { risk: { staff: { level: 'high' } } }), [
      { field: 'risk.staff.mitigation', problem: 'required' },
      { field: 'risk.partners.level', problem: 'required' },
    ]);
    assert.deepEqual(
      check([risk], { risk: { staff: { level: 'low' }, partners: { level: 'high', mitigation: 'Unnamed' } } }),
      [],
    );
  });

  it('that is nothing of the kind is asked again', () => {
    assert.equal(check([risk], { risk: 'none' }).length, 2);
    assert.deepEqual(check([{ ...risk, required: 'no' }], {}), []);
  });
});

describe('a repeated answer', () => {
  const outcomes = field({
    id: 'outcomes',
    type: {
      type: 'repeat',
      max: 2,
      fields: [
        { id: 'outcome', required: true, type: text(5) },
        { id: 'before', required: false, type: text() },
      ],
    },
  });

  it('may be empty unless it must be there', () => {
    assert.deepEqual(check([outcomes], { outcomes: [] }), []);
    assert.deepEqual(check([{ ...outcomes, required: 'to_send' }], { outcomes: [{ outcome: '' }] }), [
      { field: 'outcomes', problem: 'required' },
    ]);
  });

  it('names the entry that is wrong, and says when there are too many', () => {
    const entries = [{ outcome: 'Trust' }, { before: 'x' }, { outcome: 'Safety' }, 'x'] as unknown as AnswerValue;
    assert.deepEqual(check([outcomes], { outcomes: entries }), [
      { field: 'outcomes', problem: 'too_many_entries', params: { max: 2, count: 4 } },
      { field: 'outcomes.1.outcome', problem: 'required' },
      { field: 'outcomes.2.outcome', problem: 'too_long', params: { max: 5, count: 6 } },
    ]);
  });
});

describe('the problems of a page', () => {
  it('are those of its fields and their parts', () => {
    const problems = [
      { field: 'risk.staff.level', problem: 'required' },
      { field: 'risky', problem: 'required' },
      { field: 'title', problem: 'required' },
    ] as const;
    assert.deepEqual(problemsOnPage(problems, { id: 'p', fields: ['risk', 'title'] }), [problems[0], problems[2]]);
  });
});
