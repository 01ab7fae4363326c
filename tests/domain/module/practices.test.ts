import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answersFor } from '../../../src/domain/module/visible-answers.ts';
import { flattenAnswers, readAnswers } from '../../../src/domain/module/read-answers.ts';
import { validateAnswers } from '../../../src/domain/module/validate-answers.ts';
import { suggestEvidence } from '../../../src/domain/review/evidence.ts';
import { prefillGates } from '../../../src/domain/review/prefill-gates.ts';
import { exampleModule, examplePractices } from '../../support/example-module.ts';

const definition = exampleModule();
const practices = examplePractices();
const now = '2026-11-25T12:00:00.000Z';

const held = ['cd-audiences-foraines-genre', 'lr-women-children-protection-section', 'ni-comisarias-actualizacion'];

describe('the example practices', () => {
  it('are eleven', () => {
    assert.equal(practices.length, 11);
  });

  for (const { id, answers } of practices) {
    it(`${id} can be saved, sent and reviewed`, () => {
      for (const stage of ['draft_page', 'send', 'review'] as const) {
        assert.deepEqual(validateAnswers(definition, answers, stage, now), [], stage);
      }
    });

    it(`${id} survives the way through the form`, () => {
      const fields = definition.form.fields.filter((field) => field.id in answers);
      const body: Record<string, string | string[]> = {};
      for (const field of fields) {
        for (const [name, value] of flattenAnswers(field, answers[field.id])) {
          body[name] = name in body ? [body[name] ?? [], value].flat() : value;
        }
      }
      const read = readAnswers(fields, body);
      assert.deepEqual(validateAnswers(definition, read, 'review', now), []);
      for (const field of fields) {
        assert.deepEqual(flattenAnswers(field, read[field.id]), flattenAnswers(field, answers[field.id]), field.id);
      }
    });

    it(`${id} ${held.includes(id) ? 'stops for safety' : 'passes every gate'}`, () => {
      const gates = prefillGates(definition.rubric, answers);
      const open = definition.rubric.gates.filter((gate) => gate.safety && gates[gate.id] !== 'pass');
      if (held.includes(id))
        assert.deepEqual(
          open.map((gate) => gate.id),
          ['no_ongoing_risk'],
        );
      else assert.deepEqual(new Set(Object.values(gates)), new Set(['pass']));
    });

    it(`${id} shows the public nothing sealed`, () => {
      const shown = answersFor(definition, answers, 'public');
      for (const sealed of ['contact_email', 'contact_name', 'contact_channel', 'risk_people', 'coi']) {
        assert.equal(sealed in shown, false, sealed);
      }
    });
  }

  it('suggest the evidence that their design bears', () => {
    assert.deepEqual(
      Object.fromEntries(practices.map(({ id, answers }) => [id, suggestEvidence(definition.rubric, answers)])),
      {
        'ar-comisarias-buenos-aires': 'E2',
        'cd-audiences-foraines-genre': 'E2',
        'in-ka-police-training-manual': 'E3',
        'in-mh-special-cells': 'E2',
        'in-mp-womens-help-desks': 'E3',
        'jo-family-protection-department': 'E1',
        'lr-women-children-protection-section': 'E2',
        'ni-comisarias-actualizacion': 'E1',
        'pk-rozan-rabta': 'E3',
        'rw-isange-one-stop-centres': 'E3',
        'tz-police-gender-children-desks': 'E3',
      },
    );
  });
});
