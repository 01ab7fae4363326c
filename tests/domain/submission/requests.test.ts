import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unanswered, type RequestAnswer } from '../../../src/domain/submission/requests.ts';

const must = (answer: RequestAnswer) => ({ level: 'must', answer }) as const;

describe('A revision may be sent', () => {
  it('when every must request is done, or not possible because of something', () => {
    const because = 'The unit was dissolved.';
    assert.deepEqual(unanswered([must({ kind: 'done' }), must({ kind: 'not_possible', because })]), []);
  });

  it('not while one is open, or not possible for no reason', () => {
    const open = must({ kind: 'open' });
    const blank = must({ kind: 'not_possible', because: ' ' });
    assert.deepEqual(unanswered([open, must({ kind: 'done', note: 'Page 2' }), blank]), [open, blank]);
  });

  it('whatever was said to what it should have', () => {
    assert.deepEqual(unanswered([{ level: 'should', answer: { kind: 'open' } }]), []);
  });
});
