import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { automaticHold } from '../../../src/domain/safety/automatic-hold.ts';
import { findingsIn, writtenForReaders } from '../../../src/domain/safety/answer-findings.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import { exampleModule, examplePractices } from '../../support/example-module.ts';

const module = exampleModule();
const now = '2026-11-25T09:00:00.000Z';
const answersOf = (name: string): Answers => {
  const found = examplePractices().find(({ id }) => id === name);
  assert.ok(found);
  return found.answers;
};

describe('the automatic hold', () => {
  it('stops exactly the practices whose contributors are at risk', () => {
    const stopped = examplePractices()
      .filter(({ answers }) => automaticHold(module, answers, now) !== undefined)
      .map(({ id }) => id);
    assert.deepEqual(stopped, [
      'cd-audiences-foraines-genre',
      'lr-women-children-protection-section',
      'ni-comisarias-actualizacion',
    ]);
  });

  it('names the row at risk, or the gate that cannot pass', () => {
    const safe = answersOf('rw-isange-one-stop-centres');
    const risky = {
      ...safe,
      risk_people: { survivors: { level: 'none' }, staff: { level: 'unknown' }, contributor: null },
    };
    assert.equal(automaticHold(module, risky, now), 'risk:staff');
    assert.equal(automaticHold(module, { ...safe, identifiers_check: false }, now), 'rubric:no_identifiers');
  });

  it('takes an open question for no more than that, and an unsure answer for what it is', () => {
    const safe = answersOf('rw-isange-one-stop-centres');
    const { survivors_involved: _asked, ...short } = safe;
    assert.equal(automaticHold(module, short, now), undefined);
    const unsure = { ...safe, data_source: 'aggregate', isp_agreed: { choice: 'unknown', text: 'Nobody was asked.' } };
    assert.equal(automaticHold(module, unsure, now), 'rubric:consent');
  });

  it('asks the gates when nobody was asked about risk', () => {
    const { risk_people: _asked, ...open } = answersOf('rw-isange-one-stop-centres');
    assert.equal(automaticHold(module, open, now), undefined);
  });
});

describe('what the identifier check looks at', () => {
  const answers: Answers = {
    title: 'Desk of +44 7700 900123',
    public_name: 'Ms Amara Kellandine',
    attribution: 'person_and_organisation',
    contact_name: 'Sealed Person, +44 7700 900124',
    coi: 'Curators only, +44 7700 900125',
    countries: ['GB', 'not_said'],
    outcomes: [{ outcome: 'Called 07700 900126', direction: 'up' }],
    evidence_links: [{ title: 'Report', url: 'https://example.org/07700900127' }],
    kind: 'promising_practice',
    tool: { title: 'Not asked, +44 7700 900128' },
  };

  it('is every text that reviewers or the public may read, and nothing else', () => {
    assert.deepEqual(
      writtenForReaders(module, answers).map(([field]) => field),
      ['public_name', 'title', 'outcomes.0.outcome', 'evidence_links.0.title'],
    );
  });

  it('knows numbers written as at home, and lets the name to print be a name', () => {
    assert.deepEqual(
      findingsIn(module, answers).map(({ field, type }) => [field, type]),
      [
        ['title', 'phone'],
        ['outcomes.0.outcome', 'phone'],
      ],
    );
    assert.deepEqual(findingsIn(module, { title: 'No country is said' }), []);
  });
});
