import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interestsOfAnswers, interestsOfPerson, matchedFields } from '../../../src/domain/assignment/interests.ts';
import { exampleModule } from '../../support/example-module.ts';

const module = exampleModule();

describe('what reviewers are matched by', () => {
  it('is taken from the answers: approaches, institutions, language and regions', () => {
    const answers = { approach: ['training'], institutions: ['police'], countries: ['IN', 'BD', 'not_said'] };
    assert.deepEqual(interestsOfAnswers(answers, 'en'), {
      topics: ['training'],
      kinds: ['police'],
      languages: ['en'],
      regions: ['034'],
    });
    assert.deepEqual(interestsOfAnswers({}, ''), { topics: [], kinds: [], languages: [], regions: [] });
  });

  it('is taken from a person, whose codes of both fields stand together', () => {
    const known = { country: 'IN', languages: ['en'], topics: ['training', 'police', 'gone'] };
    assert.deepEqual(interestsOfPerson(module, known), {
      topics: ['training'],
      kinds: ['police'],
      languages: ['en'],
      regions: ['034'],
    });
    assert.deepEqual(interestsOfPerson(module, { country: '', languages: [], topics: [] }).regions, []);
    assert.deepEqual(interestsOfPerson(module, { country: 'XX', languages: [], topics: [] }).regions, []);
  });

  it('is less where the form does not ask', () => {
    const fields = module.form.fields.filter(({ id }) => id !== 'approach');
    const bare = { ...module, form: { ...module.form, fields } };
    assert.deepEqual(
      matchedFields(bare).map(({ field }) => field),
      ['institutions'],
    );
  });
});
