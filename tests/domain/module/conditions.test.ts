import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerAt, holds, isAnswered, isAsked } from '../../../src/domain/module/conditions.ts';

describe('a condition', () => {
  it('holds when the answer is among the choices', () => {
    assert.equal(holds({ field: 'kind', in: ['tool', 'update'] }, { kind: 'tool' }), true);
    assert.equal(holds({ field: 'kind', in: ['tool'] }, { kind: 'update' }), false);
  });

  it('with notIn holds for every other answer', () => {
    assert.equal(holds({ field: 'kind', notIn: ['tool'] }, { kind: 'update' }), true);
    assert.equal(holds({ field: 'kind', notIn: ['tool'] }, { kind: 'tool' }), false);
  });

  it('never holds without an answer', () => {
    for (const kind of [undefined, null, '', '  ', [], {}, { choice: '' }]) {
      assert.equal(holds({ field: 'kind', notIn: ['tool'] }, { kind }), false);
      assert.equal(holds({ field: 'kind', in: [] }, { kind }), false);
    }
  });

  it('with an empty notIn asks only whether there is an answer, with an empty in it never holds', () => {
    assert.equal(holds({ field: 'outcomes', notIn: [] }, { outcomes: [{ outcome: 'Trust' }] }), true);
    assert.equal(holds({ field: 'outcomes', notIn: [] }, { outcomes: [{ outcome: '' }] }), false);
    assert.equal(holds({ field: 'outcomes', in: [] }, { outcomes: 'x' }), false);
  });

  it('knows yes, no, ticks, numbers and lists', () => {
    assert.equal(holds({ field: 'a', in: ['yes'] }, { a: true }), true);
    assert.equal(holds({ field: 'a', in: ['no'] }, { a: false }), true);
    assert.equal(holds({ field: 'a', in: ['7'] }, { a: 7 }), true);
    assert.equal(holds({ field: 'a', in: ['x'] }, { a: ['w', 'x'] }), true);
    assert.equal(holds({ field: 'a', notIn: ['x'] }, { a: ['w', 'x'] }), false);
    assert.equal(holds({ field: 'a', in: ['x'] }, { a: [{ x: 'x' }] }), false);
    assert.equal(holds({ field: 'a', in: ['x'] }, { a: { x: 'x' } }), false);
  });

  it('reaches into groups and rows', () => {
    const answers = { risk: { staff: { level: 'high' } } };
    assert.equal(holds({ field: 'risk.staff.level', in: ['high'] }, answers), true);
    assert.equal(holds({ field: 'risk.partners.level', notIn: [] }, answers), false);
  });

  it('does not reach what every object inherits', () => {
    assert.equal(answerAt({}, 'constructor'), undefined);
    assert.equal(answerAt({ a: 'x' }, 'a.length'), undefined);
    assert.equal(answerAt({ a: ['x'] }, 'a.0'), undefined);
  });

  it('decides whether a field is asked', () => {
    assert.equal(isAsked({}, {}), true);
    assert.equal(isAsked({ when: { field: 'kind', in: ['tool'] } }, {}), false);
    assert.equal(isAsked({ when: { field: 'kind', in: ['tool'] } }, { kind: 'tool' }), true);
  });

  it('counts no and nought as answers', () => {
    assert.equal(isAnswered(false), true);
    assert.equal(isAnswered(0), true);
  });
});
