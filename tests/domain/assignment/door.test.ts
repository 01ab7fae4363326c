import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doorOf, isAtWork, isOpenDoor, type DoorFacts } from '../../../src/domain/assignment/door.ts';

const now = new Date('2026-11-25T12:00:00Z');
const facts: DoorFacts = {
  status: 'invited',
  respondBy: new Date('2026-11-25T20:59:59.999Z'),
  roundClosed: false,
  state: 'in_review',
  held: false,
};
const door = (but: Partial<DoorFacts>) => doorOf({ ...facts, ...but }, now);

describe('the link of an assignment', () => {
  it('opens while the round is open', () => {
    assert.deepEqual(
      (['invited', 'accepted', 'submitted'] as const).map((status) => door({ status })),
      ['invited', 'accepted', 'submitted'],
    );
  });
  it('says how it ended, whatever became of the case', () => {
    for (const status of ['declined', 'recused', 'expired', 'released'] as const)
      assert.equal(door({ status, held: true, roundClosed: true }), status);
  });
  it('is over with the last day to answer, not before and not for who accepted', () => {
    assert.equal(door({ respondBy: now }), 'invited');
    assert.equal(door({ respondBy: new Date(now.getTime() - 1) }), 'expired');
    assert.equal(door({ status: 'accepted', respondBy: new Date(0) }), 'accepted');
  });
  it('is closed with the round or the case, and paused under hold', () => {
    assert.equal(door({ roundClosed: true, held: true }), 'closed');
    assert.equal(door({ state: 'withdrawn' }), 'closed');
    assert.equal(door({ held: true }), 'paused');
  });
  it('is open to some and work to fewer', () => {
    assert.deepEqual([isOpenDoor('invited'), isOpenDoor('paused')], [true, false]);
    assert.deepEqual([isAtWork('invited'), isAtWork('accepted'), isAtWork('submitted')], [false, true, true]);
  });
});
