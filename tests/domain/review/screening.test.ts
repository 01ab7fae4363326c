import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GateVerdict } from '../../../src/domain/review/review.ts';
import { clearedGates, screeningGap, unsafeGate } from '../../../src/domain/review/screening.ts';
import { exampleModule } from '../../support/example-module.ts';

const { rubric } = exampleModule();
const passed: Record<string, GateVerdict> = Object.fromEntries(rubric.gates.map(({ id }) => [id, 'pass']));
const screening = (gates: Record<string, GateVerdict>, readForNames = true, cleared = false) => ({
  gates: { ...passed, ...gates },
  readForNames,
  cleared,
});

describe('screening', () => {
  it('lets a round be opened when every gate passed and the text was read for names', () => {
    assert.equal(screeningGap(rubric, screening({})), undefined);
    assert.equal(screeningGap(rubric, screening({}, false)), 'names_not_read');
    assert.equal(screeningGap(rubric, undefined), 'not_screened');
  });

  it('wants an answer to every gate', () => {
    assert.equal(screeningGap(rubric, { gates: {}, readForNames: true, cleared: false }), 'gates_missing');
  });

  it('is stopped by a gate that failed, and by a safety gate that is unsure until safety has spoken', () => {
    assert.equal(screeningGap(rubric, screening({ rights: 'fail' })), 'gates_failed');
    assert.equal(screeningGap(rubric, screening({ rights: 'unsure' })), undefined);
    assert.equal(screeningGap(rubric, screening({ referral: 'unsure' })), 'gates_failed');
    assert.equal(screeningGap(rubric, screening({ referral: 'unsure' }, true, true)), undefined);
  });

  it('names the safety gate that puts a case on hold', () => {
    assert.equal(unsafeGate(rubric, screening({ rights: 'fail' }).gates), undefined);
    assert.equal(unsafeGate(rubric, screening({ referral: 'unsure', no_identifiers: 'fail' }).gates), 'no_identifiers');
    assert.equal(unsafeGate(rubric, {}), undefined);
  });

  it('takes the word of safety for what was only unsure, never for what fails', () => {
    const before = { referral: 'unsure', no_identifiers: 'fail', rights: 'unsure', scope: 'pass' } as const;
    assert.deepEqual(clearedGates(rubric, before), {
      referral: 'pass',
      no_identifiers: 'fail',
      rights: 'unsure',
      scope: 'pass',
    });
  });
});
