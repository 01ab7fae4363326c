import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assignment } from '../../../src/domain/assignment/assignment.ts';
import { placeIsLost, reminderDue } from '../../../src/domain/assignment/reminders.ts';
import { policy } from '../../support/domain-examples.ts';

const accepted: Assignment = { status: 'accepted', reviewDue: new Date('2026-03-20T20:59:59.999Z') };
const invited: Assignment = { status: 'invited', respondBy: new Date('2026-03-20T20:59:59.999Z') };
/** Eight in the morning in Nairobi, so many days from the due day. */
const morning = (offset: number) => new Date(Date.parse('2026-03-20T05:00:00Z') + offset * 86_400_000);
const offsetOf = (assignment: Assignment, offset: number) => reminderDue(assignment, morning(offset), policy)?.offset;

describe('A reminder', () => {
  it('of a review is due 5 and 1 days before, and 3, 7 and 14 after', () => {
    const days = [-6, -5, -4, -1, 0, 2, 3, 6, 7, 13, 14, 30];
    assert.deepEqual(
      days.map((day) => offsetOf(accepted, day)),
      [undefined, -5, -5, -1, -1, -1, 3, 3, 7, 7, 14, 14],
    );
    assert.deepEqual(reminderDue(accepted, morning(3), policy), { about: 'review', offset: 3, due: '2026-03-20' });
  });

  it('of an invitation is one, 3 days before, and none once it is over', () => {
    assert.deepEqual(
      [-4, -3, 0, 1].map((day) => offsetOf(invited, day)),
      [undefined, -3, -3, undefined],
    );
    assert.equal(reminderDue(invited, morning(-1), policy)?.about, 'invitation');
  });

  it('never chases what is finished', () => {
    assert.equal(reminderDue({ status: 'submitted', submittedAt: morning(-9) }, morning(3), policy), undefined);
    assert.equal(reminderDue({ status: 'expired', endedAt: morning(-9) }, morning(3), policy), undefined);
  });
});

describe('A place', () => {
  it('is lost after the fourteenth day', () => {
    assert.deepEqual(
      [14, 15].map((day) => placeIsLost(accepted, morning(day), policy)),
      [false, true],
    );
    assert.equal(placeIsLost(invited, morning(40), policy), false);
  });
});
