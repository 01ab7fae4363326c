import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Assignment } from '../../../src/domain/assignment/assignment.ts';
import type { AssignmentId } from '../../../src/domain/ids.ts';
import { mayWantAnother, roundDue } from '../../../src/domain/round/round.ts';
import { standingOf, standings, type Place } from '../../../src/domain/round/standing.ts';
import { policy, review, rubric } from '../../support/domain-examples.ts';

const now = new Date('2026-03-10T08:00:00Z');
const due = new Date('2026-03-20T20:59:59.999Z');
const past = new Date('2026-03-09T20:59:59.999Z');

const place = (id: string, assignment: Assignment, given?: Place['review']): Place => ({
  id: id as AssignmentId,
  assignment,
  ...(given && { review: given }),
});
const invited = place('invited', { status: 'invited', respondBy: due });
const accepted = place('accepted', { status: 'accepted', reviewDue: due });
const late = place('late', { status: 'accepted', reviewDue: past });
const declined = place('declined', { status: 'declined', endedAt: past, reason: undefined });
const submitted = (id: string, but: Parameters<typeof review>[0] = {}) =>
  place(id, { status: 'submitted', submittedAt: past }, review(but));

const standing = (places: readonly Place[], wanted = 2) => standingOf({ places, wanted, rubric, policy, now });

describe('The standing of a round', () => {
  it('needs reviewers where a place is empty', () => {
    assert.deepEqual(standing([late, declined]), {
      kind: 'needs_reviewers',
      wanted: 2,
      answered: 0,
      quorumMet: false,
      open: ['late'],
      overdue: ['late'],
      uncounted: [],
      emptyPlaces: 1,
    });
  });

  it('awaits those who were asked', () => {
    const found = standing([invited, submitted('a')]);
    assert.deepEqual([found.kind, found.answered, found.open, found.emptyPlaces], ['awaiting', 1, ['invited'], 0]);
  });

  it('is overdue when one of them is', () => {
    assert.deepEqual([standing([late, accepted]).kind, standing([late, accepted]).overdue], ['overdue', ['late']]);
    assert.equal(standing([place('i', { status: 'invited', respondBy: past }), accepted]).kind, 'overdue');
  });

  it('is ready when all are in', () => {
    const found = standing([submitted('a'), submitted('b'), declined]);
    assert.deepEqual([found.kind, found.quorumMet, found.answered], ['ready', true, 2]);
  });

  it('is disagreement when the two that are in are apart, until another is asked, and not beyond the most reviews', () => {
    const apart = [submitted('a'), submitted('b', { recommendation: 'reject' })];
    assert.equal(standing(apart).kind, 'disagreement');
    assert.equal(standing(apart, 3).kind, 'needs_reviewers');
    assert.equal(standing([...apart, invited], 3).kind, 'awaiting');
    assert.equal(standing([...apart, submitted('c')], 3).kind, 'ready');
    assert.equal(
      standingOf({ places: apart, wanted: 2, rubric, policy: { quorum: 2, maximumReviews: 2 }, now }).kind,
      'ready',
    );
  });

  it('leaves the place empty of a review that does not count', () => {
    const found = standing([submitted('a'), submitted('b', { recommendation: 'not_qualified' })]);
    assert.deepEqual([found.kind, found.uncounted, found.emptyPlaces], ['needs_reviewers', ['b'], 1]);
    assert.deepEqual(standing([place('c', { status: 'submitted', submittedAt: past })]).uncounted, ['c']);
  });

  it('is one of the five, and its figures fit one another, whatever the places', () => {
    const anyPlace = fc.constantFrom(
      invited,
      accepted,
      late,
      declined,
      submitted('a'),
      submitted('b', { confidence: 1 }),
    );
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (places, wanted) => {
        const found = standing(places, wanted);
        assert.ok(standings.includes(found.kind));
        assert.ok(found.answered + found.open.length + found.emptyPlaces >= wanted);
        assert.ok(found.overdue.every((id) => found.open.includes(id)));
        assert.equal(
          found.kind === 'ready' || found.kind === 'disagreement',
          found.answered >= wanted && found.open.length === 0,
        );
      }),
    );
  });
});

describe('A round', () => {
  it('is due at the end of the 28th day', () => {
    assert.deepEqual(roundDue(now, policy), new Date('2026-04-07T20:59:59.999Z'));
  });

  it('wants four reviews at most', () => {
    assert.deepEqual(
      [3, 4].map((wanted) => mayWantAnother(wanted, policy)),
      [true, false],
    );
  });
});
