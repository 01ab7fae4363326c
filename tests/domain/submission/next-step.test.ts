import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PersonId } from '../../../src/domain/ids.ts';
import { isYours, nextStep, type NextStep, type StepFacts } from '../../../src/domain/submission/next-step.ts';
import { submissionStates } from '../../../src/domain/submission/state.ts';

const viewer = 'viewer' as PersonId;
const step = (facts: Partial<StepFacts>): NextStep =>
  nextStep(
    { state: 'screening', held: false, screened: false, pageOffered: false, bounced: false, appealed: false, ...facts },
    viewer,
  );

describe('what a case needs next', () => {
  it('is a look at the hold, whatever the state', () => {
    for (const state of submissionStates) assert.equal(step({ state, held: true }), 'look_at_hold');
  });

  it('is told by the state and what hangs on it', () => {
    const table: [Partial<StepFacts>, NextStep][] = [
      [{}, 'screen'],
      [{ screened: true }, 'choose_reviewers'],
      [{ state: 'in_review' }, 'fill_places'],
      [{ state: 'in_review', standing: 'needs_reviewers' }, 'fill_places'],
      [{ state: 'in_review', standing: 'awaiting' }, 'await_reviewers'],
      [{ state: 'in_review', standing: 'overdue' }, 'await_reviewers'],
      [{ state: 'in_review', standing: 'disagreement' }, 'settle'],
      [{ state: 'in_review', standing: 'ready' }, 'decide'],
      [{ state: 'in_review', standing: 'ready', decidedBy: viewer }, 'await_second'],
      [{ state: 'in_review', standing: 'ready', decidedBy: 'other' as PersonId }, 'second'],
      [{ state: 'revision' }, 'await_submitter'],
      [{ state: 'accepted' }, 'write_page'],
      [{ state: 'accepted', pageOffered: true }, 'await_submitter'],
      [{ state: 'accepted', bounced: true }, 'mend_bounce'],
      [{ state: 'publishing' }, 'await_forge'],
      [{ state: 'publishing', change: { state: 'queued', trouble: false } }, 'await_forge'],
      [{ state: 'publishing', change: { state: 'open', trouble: false } }, 'merge'],
      [{ state: 'publishing', change: { state: 'open', trouble: true } }, 'mend_change'],
      [{ state: 'rejected' }, 'nothing'],
      [{ state: 'rejected', appealed: true }, 'answer_appeal'],
      [{ state: 'draft' }, 'nothing'],
      [{ state: 'published' }, 'nothing'],
      [{ state: 'withdrawn' }, 'nothing'],
      [{ state: 'removed' }, 'nothing'],
    ];
    for (const [facts, expected] of table) assert.equal(step(facts), expected);
  });

  it('is yours by your role, and nobody’s while others act', () => {
    const curator = { curator: true, safety: false };
    const safety = { curator: false, safety: true };
    assert.deepEqual([isYours('screen', curator), isYours('screen', safety)], [true, false]);
    assert.deepEqual([isYours('look_at_hold', curator), isYours('look_at_hold', safety)], [false, true]);
    for (const other of ['nothing', 'await_forge', 'await_second'] as const)
      assert.equal(isYours(other, curator), false);
  });
});
