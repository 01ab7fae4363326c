import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTurns } from '../../src/worker/in-turns.ts';

describe('many things in turns', () => {
  it('all come, in their order, and others have their turn in between', async () => {
    const work = Array.from({ length: 40 }, (_, at) => at);
    const seen: number[] = [];
    let others = 0;
    const other = setInterval(() => (others += 1), 0);
    for await (const one of inTurns(work)) {
      seen.push(one);
      busy(2);
    }
    clearInterval(other);
    assert.deepEqual(seen, work);
    assert.ok(others > 0, 'nobody else had a turn');
  });
});

function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
