import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { goingCases } from '../../src/db/queries/clock-facts.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import { sentCase } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('the cases that a curator may have promised something for', () => {
  let world: World;
  before(async () => {
    world = await makeWorld();
  });
  after(() => {
    world.close();
  });

  it('come once each, however small the pieces', async () => {
    const sent: SubmissionId[] = [];
    for (const title of ['One', 'Two', 'Three', 'Four']) sent.push((await sentCase(world, { answers: { title } })).id);
    for (const size of [1, 2, 3, 4, 5]) {
      const pieces = [...goingCases(world.service.db, MODULE, size)];
      assert.ok(pieces.every(({ length }) => length <= size));
      assert.deepEqual(
        pieces.flat().map(({ id }) => id),
        [...sent].sort(),
        `pieces of ${String(size)}`,
      );
    }
  });
});
