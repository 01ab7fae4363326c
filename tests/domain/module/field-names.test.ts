import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { continentOf, continents } from '../../../src/domain/module/continents.ts';
import { countryCodes } from '../../../src/domain/module/countries.ts';
import { fieldNamed, fieldsOf } from '../../../src/domain/module/field-names.ts';
import { factsOf } from '../../../src/domain/submission/facts.ts';
import { exampleModule } from '../../support/example-module.ts';

const module = exampleModule();
const means = (name: string) => {
  const found = fieldNamed(module, name);
  return found && [found.field.id, found.part?.id, found.entry, found.row];
};

describe('a dotted name of the form', () => {
  it('means a field, a part, an entry, a row', () => {
    assert.deepEqual(means('title'), ['title', undefined, undefined, undefined]);
    assert.deepEqual(means('period.from'), ['period', 'from', undefined, undefined]);
    assert.deepEqual(means('outcomes.1.before'), ['outcomes', 'before', 1, undefined]);
    assert.deepEqual(means('risk_people.staff.level'), ['risk_people', 'level', undefined, 'staff']);
    assert.deepEqual(means('outcomes'), ['outcomes', undefined, undefined, undefined]);
    assert.equal(means('nothing'), undefined);
  });

  it('is kept in the order asked for, what is not there left out', () => {
    assert.deepEqual(
      fieldsOf(module, ['summary', 'nothing', 'title']).map(({ id }) => id),
      ['summary', 'title'],
    );
  });
});

describe('a country', () => {
  it('has a continent', () => {
    assert.deepEqual(
      countryCodes.filter((code) => continentOf(code) === undefined),
      [],
    );
    assert.deepEqual(['RW', 'AR', 'JO', 'FR', 'PG', 'AQ'].map(continentOf), [...continents, 'm49_009']);
    assert.equal(continentOf('ZZ'), undefined);
  });
});

describe('what lists show of a submission', () => {
  it('is taken from its answers, cleaned and short', () => {
    const answers = { title: ` Two\nlines ${'x'.repeat(400)}`, kind: 'tool', language: 'en', embargo: '2027-03-31' };
    const facts = factsOf(answers);
    assert.equal(facts.title.length, 300);
    assert.ok(facts.title.startsWith('Two lines'));
    assert.deepEqual([facts.kind, facts.language, facts.embargoUntil], ['tool', 'en', '2027-03-31']);
  });

  it('is empty where nothing is said, or no day of the calendar', () => {
    assert.deepEqual(factsOf({ embargo: '2027-02-30', title: null }), {
      language: '',
      kind: '',
      title: '',
      embargoUntil: null,
    });
  });
});
