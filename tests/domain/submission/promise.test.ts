import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { standings } from '../../../src/domain/round/standing.ts';
import type { Day } from '../../../src/domain/submission/days.ts';
import { ballHolders, promiseOf, type PromiseInput } from '../../../src/domain/submission/promise.ts';
import { submissionStates, type SubmissionState } from '../../../src/domain/submission/state.ts';
import { policy } from '../../support/domain-examples.ts';

const entered = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-11T12:00:00Z');
const promise = (state: SubmissionState, but: Partial<PromiseInput> = {}) =>
  promiseOf({ state, stateEnteredAt: entered, now: later, ...but }, policy);

describe('The promise of a case', () => {
  it('is the submitter’s for 12 months in a draft and 60 days in a revision', () => {
    assert.deepEqual(promise('draft'), { ball: 'submitter', due: '2027-03-01' });
    assert.deepEqual(promise('revision'), { ball: 'submitter', due: '2026-04-30' });
    assert.deepEqual(promise('revision', { extendedTo: '2026-06-29' as Day }), {
      ball: 'submitter',
      due: '2026-06-29',
    });
  });

  it('is the curator’s for 7 days at screening', () => {
    assert.deepEqual(promise('screening'), { ball: 'curator', due: '2026-03-08' });
  });

  it('counts days from the day at the module’s place', () => {
    const lateEvening = new Date('2026-03-01T21:30:00Z');
    assert.deepEqual(promise('screening', { stateEnteredAt: lateEvening }), { ball: 'curator', due: '2026-03-09' });
  });

  it('is the reviewers’ in review while they are awaited, else the curator’s, and always by the round’s due day', () => {
    const roundDue = new Date('2026-03-20T20:59:59.999Z');
    assert.deepEqual(
      standings.map((standing) => promise('in_review', { standing, roundDue }).ball),
      ['curator', 'reviewers', 'reviewers', 'curator', 'curator'],
    );
    assert.equal(promise('in_review', { standing: 'awaiting', roundDue }).due, '2026-03-20');
    assert.deepEqual(promise('in_review'), { ball: 'curator', due: '2026-03-29' });
  });

  it('is the curator’s until the page is offered, then the submitter’s for 14 days', () => {
    assert.deepEqual(promise('accepted'), { ball: 'curator', due: '2026-03-11' });
    assert.deepEqual(promise('accepted', { pageOffered: later }), { ball: 'submitter', due: '2026-03-25' });
  });

  it('is the curator’s within 5 days of a change that was closed unmerged, until a page is offered again', () => {
    assert.deepEqual(promise('accepted', { bouncedAt: later }), { ball: 'curator', due: '2026-03-16' });
    assert.equal(promise('accepted', { bouncedAt: entered, pageOffered: later }).ball, 'submitter');
  });

  it('is the curator’s within 14 days of publishing, or of the end of an embargo', () => {
    assert.deepEqual(promise('publishing'), { ball: 'curator', due: '2026-03-15' });
    assert.deepEqual(promise('publishing', { embargo: '2026-05-01' as Day }), { ball: 'curator', due: '2026-05-15' });
    assert.deepEqual(promise('publishing', { embargo: '2026-02-01' as Day }), { ball: 'curator', due: '2026-03-15' });
  });

  it('goes, when the publication is in trouble, to who can mend it', () => {
    assert.deepEqual(promise('publishing', { trouble: { ball: 'curator', since: later } }), {
      ball: 'curator',
      due: '2026-03-16',
    });
    assert.deepEqual(promise('publishing', { trouble: { ball: 'submitter', since: later } }), {
      ball: 'submitter',
      due: '2026-03-25',
    });
  });

  it('leaves a rejected case with the submitter for the days of an appeal, then with nobody', () => {
    const lastDay = new Date('2026-04-30T20:59:00Z');
    const nextDay = new Date('2026-04-30T21:00:00Z');
    assert.deepEqual(promise('rejected', { now: lastDay }), { ball: 'submitter', due: '2026-04-30' });
    assert.deepEqual(promise('rejected', { now: nextDay }), { ball: 'nobody' });
    assert.deepEqual(promise('rejected', { appealedAt: later }), { ball: 'curator', due: '2026-03-18' });
  });

  it('ends with nobody', () => {
    for (const end of ['published', 'withdrawn', 'removed'] as const)
      assert.deepEqual(promise(end), { ball: 'nobody' });
  });

  it('is with safety within 2 days in every state under a hold', () => {
    for (const state of submissionStates)
      assert.deepEqual(promise(state, { heldSince: later }), { ball: 'safety', due: '2026-03-13' });
  });

  it('has at every moment one holder and one day, or nobody and none', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const anyInput = fc.record({
      state: fc.constantFrom(...submissionStates),
      stateEnteredAt: instant,
      now: instant,
      standing: some(fc.constantFrom(...standings)),
      roundDue: some(instant),
      pageOffered: some(instant),
      bouncedAt: some(instant),
      trouble: some(fc.record({ ball: fc.constantFrom('curator', 'submitter'), since: instant })),
      appealedAt: some(instant),
      heldSince: some(instant),
    });
    fc.assert(
      fc.property(anyInput, (given) => {
        const { ball, due } = promiseOf(given as PromiseInput, policy);
        assert.ok(ballHolders.includes(ball));
        if (ball === 'nobody') assert.equal(due, undefined);
        else assert.match(due, /^\d{4}-\d\d-\d\d$/);
      }),
    );
  });
});
