import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  assignmentMoves,
  invite,
  isOpen,
  isOverdue,
  mayMove,
  nextAssignment,
  type Assignment,
  type AssignmentMove,
  type AssignmentStep,
} from '../../../src/domain/assignment/assignment.ts';
import { policy } from '../../support/domain-examples.ts';

const now = new Date('2026-03-02T08:00:00Z');
const endOf = (day: string) => new Date(`${day}T20:59:59.999Z`);

const each: Record<Assignment['status'], Assignment> = {
  invited: { status: 'invited', respondBy: endOf('2026-03-09') },
  accepted: { status: 'accepted', reviewDue: endOf('2026-03-05') },
  submitted: { status: 'submitted', submittedAt: new Date('2026-03-01T08:00:00Z') },
  declined: { status: 'declined', endedAt: now, reason: undefined },
  recused: { status: 'recused', endedAt: now, reason: 'I advised them.' },
  expired: { status: 'expired', endedAt: now },
  released: { status: 'released', endedAt: now, reason: 'The round was closed.' },
};
const moves = Object.keys(assignmentMoves) as AssignmentMove[];
const stepOf = (move: AssignmentMove): AssignmentStep =>
  move === 'recuse' || move === 'release' || move === 'decline' ? { move, reason: 'Said so.' } : { move };
const next = (from: Assignment, step: AssignmentStep, at = now) => nextAssignment(from, step, at, policy);

describe('An assignment', () => {
  it('begins with seven days to answer, to the end of the last one', () => {
    assert.deepEqual(invite(now, policy), { status: 'invited', respondBy: endOf('2026-03-09') });
  });

  for (const move of moves)
    for (const from of Object.values(each))
      if (mayMove(from.status, move))
        it(`that is ${from.status} goes by ${move} to ${assignmentMoves[move].to}`, () => {
          const late = move === 'expire' ? endOf('2026-03-10') : now;
          const result = next(from, stepOf(move), late);
          assert.equal(result.ok && result.value.status, assignmentMoves[move].to);
        });
      else
        it(`that is ${from.status} refuses ${move}`, () => {
          const refusal = { kind: 'assignment_move_not_allowed', move, status: from.status };
          assert.deepEqual(next(from, stepOf(move)), { ok: false, refusal });
        });

  it('keeps what each move brings: the due day, the time, the reason', () => {
    const value = (from: Assignment, step: AssignmentStep) => {
      const result = next(from, step);
      return result.ok ? result.value : assert.fail(result.refusal.kind);
    };
    assert.deepEqual(value(each.invited, { move: 'accept' }), { status: 'accepted', reviewDue: endOf('2026-03-23') });
    assert.deepEqual(value(each.invited, { move: 'decline' }), { status: 'declined', endedAt: now, reason: undefined });
    assert.deepEqual(value(each.accepted, { move: 'recuse', reason: 'Kin.' }), {
      status: 'recused',
      endedAt: now,
      reason: 'Kin.',
    });
    assert.deepEqual(value(each.submitted, { move: 'submit' }), { status: 'submitted', submittedAt: now });
    assert.deepEqual(value(each.submitted, { move: 'return_review' }), {
      status: 'accepted',
      reviewDue: endOf('2026-03-09'),
    });
  });

  it('cannot be accepted after its days to answer, marked or not, nor expire before', () => {
    const { invited } = each;
    const respondBy = endOf('2026-03-09');
    const after = new Date(respondBy.getTime() + 1);
    assert.equal(next(invited, { move: 'accept' }, respondBy).ok, true);
    assert.deepEqual(next(invited, { move: 'accept' }, after), {
      ok: false,
      refusal: { kind: 'invitation_expired', respondBy },
    });
    assert.deepEqual(next(invited, { move: 'expire' }, respondBy), {
      ok: false,
      refusal: { kind: 'invitation_still_open', respondBy },
    });
    assert.equal(next(invited, { move: 'decline' }, after).ok, true);
  });

  it('takes a review that is late', () => {
    assert.equal(next(each.accepted, { move: 'submit' }, endOf('2026-05-01')).ok, true);
  });

  it('is extended by seven days from its due day, or from today when that has passed', () => {
    const extended = (at: Date) => {
      const result = next(each.accepted, { move: 'extend' }, at);
      return result.ok && result.value.status === 'accepted' && result.value.reviewDue;
    };
    assert.deepEqual(extended(now), endOf('2026-03-12'));
    assert.deepEqual(extended(endOf('2026-03-20')), endOf('2026-03-27'));
  });

  it('is extended once by two presses on the button', () => {
    const anyInstant = fc.date({ min: new Date('2026-02-20'), max: new Date('2026-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyInstant, (at) => {
        const once = next(each.accepted, { move: 'extend' }, at);
        if (once.ok) assert.equal(next(once.value, { move: 'extend' }, at).ok, false);
        else assert.equal(once.refusal.kind, 'extension_not_needed');
      }),
    );
  });

  it('is open while its reviewer is awaited, and overdue by the clock alone', () => {
    assert.deepEqual(Object.values(each).filter(isOpen), [each.invited, each.accepted]);
    const overdue = (at: Date) => Object.values(each).filter((assignment) => isOverdue(assignment, at));
    assert.deepEqual(overdue(endOf('2026-03-05')), []);
    assert.deepEqual(overdue(endOf('2026-03-09')), [each.accepted]);
    assert.deepEqual(overdue(endOf('2026-03-10')), [each.invited, each.accepted]);
  });
});
