import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remember } from '../../src/domain/remember.ts';

describe('an answer that is remembered', () => {
  const asking = (most: number) => {
    const worked: string[] = [];
    const ask = remember(
      most,
      (word: string) => word,
      (word: string) => {
        worked.push(word);
        return word.toUpperCase();
      },
    );
    return { ask, worked };
  };

  it('is worked out once while it is asked for again', () => {
    const { ask, worked } = asking(4);
    for (const word of ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a']) assert.equal(ask(word), word.toUpperCase());
    assert.equal(worked.filter((word) => word === 'a').length, 1);
  });

  it('is forgotten when enough others came', () => {
    const { ask, worked } = asking(4);
    for (const word of ['a', 'b', 'c', 'd', 'e', 'a']) ask(word);
    assert.deepEqual(worked, ['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
