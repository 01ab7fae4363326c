import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  moves,
  movesFor,
  nextState,
  submissionStates,
  transitions,
  type SubmissionState,
  type Transition,
} from '../../../src/domain/submission/state.ts';

const free = (state: SubmissionState) => ({ state, held: false });

describe('the workflow', () => {
  it('reaches every state from a draft', () => {
    const reached = new Set<SubmissionState>(['draft']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of [...reached]) {
        for (const move of moves) {
          const next = nextState({ ...free(state), before: 'in_review' }, move);
          if (next.ok && next.value !== 'deleted') reached.add(next.value);
        }
      }
    }
    assert.deepEqual([...reached].sort(), [...submissionStates].sort());
  });

  it('refuses every move from a state that is not in its row', () => {
    for (const move of moves) {
      const row: Transition = transitions[move];
      for (const state of submissionStates.filter((one) => !row.from.includes(one))) {
        assert.deepEqual(nextState(free(state), move), {
          ok: false,
          refusal: { kind: 'move_not_allowed', move, state },
        });
      }
    }
  });

  it('lets nothing of a curator through a hold', () => {
    for (const state of submissionStates) {
      const curators = movesFor({ state, held: true }, 'curator');
      assert.deepEqual(
        curators.filter((move) => move !== 'take_down'),
        [],
      );
    }
  });

  it('leaves the submitter every way out under a hold', () => {
    for (const state of ['screening', 'in_review', 'revision', 'accepted', 'publishing'] as const) {
      assert.ok(movesFor({ state, held: true }, 'submitter').includes('withdraw'), state);
    }
    assert.ok(movesFor({ state: 'revision', held: true }, 'submitter').includes('answer'));
  });

  it('takes a decision back to where it was made', () => {
    assert.deepEqual(nextState({ ...free('rejected'), before: 'screening' }, 'take_back'), {
      ok: true,
      value: 'screening',
    });
    assert.deepEqual(nextState(free('accepted'), 'take_back'), { ok: true, value: 'in_review' });
  });

  it('keeps only drafts deletable, on any walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 60 }), (walk) => {
        let state: SubmissionState | 'deleted' = 'draft';
        for (const move of walk) {
          if (state === 'deleted') break;
          const before: SubmissionState = state;
          const next = nextState(free(state), move);
          if (next.ok) state = next.value;
          if (state === 'deleted') assert.equal(before, 'draft');
        }
      }),
    );
  });
});
