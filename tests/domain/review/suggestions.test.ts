import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers } from '../../../src/domain/module/form.ts';
import { suggestEvidence } from '../../../src/domain/review/evidence.ts';
import { prefillGates } from '../../../src/domain/review/prefill-gates.ts';
import { exampleModule, examplePractices } from '../../support/example-module.ts';

const { rubric } = exampleModule();
const clean: Answers = examplePractices().find(({ id }) => id === 'in-mh-special-cells')?.answers ?? {};
const gates = (answers: Answers) => prefillGates(rubric, { ...clean, ...answers });

describe('the gates before screening', () => {
  const risk = (level: string) =>
    ({ risk_people: { ...(clean['risk_people'] as object), partners: { level } } }) as Answers;

  it('stop at a high or unknown risk to anybody', () => {
    assert.equal(gates({})['no_ongoing_risk'], 'pass');
    assert.equal(gates(risk('medium'))['no_ongoing_risk'], 'pass');
    assert.equal(gates(risk('high'))['no_ongoing_risk'], 'unsure');
    assert.equal(gates(risk('unknown'))['no_ongoing_risk'], 'unsure');
    assert.equal(gates({ risk_people: {} })['no_ongoing_risk'], 'unsure');
  });

  const survivors = (took: string, referral: string, consent: string): Answers => ({
    survivors_involved: took,
    referral_in_place: { choice: referral },
    informed_consent: { choice: consent },
  });

  it('ask for support where survivors took part', () => {
    const referral = (took: string, choice: string) => gates(survivors(took, choice, 'yes'))['referral'];
    assert.deepEqual(
      ['yes', 'partly', 'no', 'unknown'].map((choice) => referral('yes', choice)),
      ['pass', 'pass', 'fail', 'fail'],
    );
    assert.deepEqual(
      ['yes', 'partly', 'no', 'unknown'].map((choice) => referral('indirectly', choice)),
      ['pass', 'pass', 'unsure', 'pass'],
    );
    assert.equal(gates({ survivors_involved: '' })['referral'], 'unsure');
  });

  it('ask for consent where survivors took part', () => {
    const consent = (took: string, choice: string) => gates(survivors(took, 'yes', choice))['consent'];
    const choices = ['yes', 'partly', 'no', 'not_applicable'];
    assert.deepEqual(
      choices.map((choice) => consent('yes', choice)),
      ['pass', 'fail', 'fail', 'unsure'],
    );
    assert.deepEqual(
      choices.map((choice) => consent('indirectly', choice)),
      ['pass', 'fail', 'fail', 'pass'],
    );
    assert.equal(gates({ data_source: 'aggregate', isp_agreed: { choice: 'unknown' } })['consent'], 'unsure');
    assert.equal(gates({ publication_consent: false })['consent'], 'fail');
  });

  it('ask for the right to publish and for the check for names', () => {
    assert.equal(gates({ rights_attest: false })['rights'], 'fail');
    assert.equal(gates({ licence: '' })['rights'], 'fail');
    assert.equal(gates({ identifiers_check: false })['no_identifiers'], 'fail');
    assert.equal(gates({ data_source: 'individual' })['no_identifiers'], 'unsure');
  });
});

describe('the suggested evidence level', () => {
  const outcomes = [{ outcome: 'Trust', direction: 'up' }];
  const level = (design: string, by = 'self', found: Answers['outcomes'] = outcomes) =>
    suggestEvidence(rubric, { evidence_design: { design, by }, outcomes: found ?? [] });

  it('follows the design, and needs outcomes from the middle on', () => {
    assert.deepEqual(
      [
        'not_measured',
        'testimonies',
        'monitoring',
        'before_after',
        'qualitative_study',
        'mixed',
        'comparison_group',
        'randomised',
      ].map((design) => level(design)),
      ['E0', 'E1', 'E1', 'E2', 'E2', 'E2', 'E3', 'E3'],
    );
    assert.deepEqual(
      ['before_after', 'qualitative_study', 'mixed'].map((design) => level(design, 'independent', [])),
      ['E1', 'E1', 'E1'],
    );
    assert.equal(level('mixed', 'independent'), 'E3');
    assert.equal(suggestEvidence(rubric, {}), 'E0');
  });
});
