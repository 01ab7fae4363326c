import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAsked } from '../../../src/domain/module/conditions.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import { mustAnswer, validateAnswers } from '../../../src/domain/module/validate-answers.ts';
import { exampleModule } from '../../support/example-module.ts';
import { field, listed, moduleWith, text } from './small-module.ts';

const definition = exampleModule();
const now = '2026-11-25T12:00:00.000Z';
const story = ['problem', 'actions', 'results', 'partners', 'lessons', 'evidence_design'];

const asked = (answers: Answers): string[] =>
  definition.form.fields.filter((one) => isAsked(one, answers)).map(({ id }) => id);
const needed = (answers: Answers): string[] =>
  definition.form.fields
    .filter((one) => isAsked(one, answers) && mustAnswer(one, 'review', answers))
    .map(({ id }) => id);
const has = (list: string[], ids: readonly string[]): string[] => ids.filter((id) => list.includes(id));

describe('what each kind of contribution is asked', () => {
  it('a practice and a case study tell the whole story; background belongs to the case study', () => {
    for (const kind of ['promising_practice', 'case_study']) assert.deepEqual(has(needed({ kind }), story), story);
    assert.equal(asked({ kind: 'case_study' }).includes('background'), true);
    assert.equal(asked({ kind: 'promising_practice' }).includes('background'), false);
  });

  it('an illustrative example is one paragraph and its source', () => {
    const kind = 'illustrative_example';
    assert.deepEqual(has(asked({ kind }), [...story, 'outcomes', 'mechanism', 'period', 'tool']), []);
    assert.deepEqual(has(needed({ kind }), ['summary', 'evidence_links']), ['summary', 'evidence_links']);
  });

  it('a tool is its note; the practice story may be told and need not', () => {
    const kind = 'tool';
    assert.deepEqual(has(needed({ kind }), [...story, 'tool', 'summary']), ['tool', 'summary']);
    assert.deepEqual(has(asked({ kind }), story), story);
  });

  it('an update that names its page asks what changed, how it is known, and nothing more of the page', () => {
    for (const kind of ['update', 'correction']) {
      const named = { kind, updates: 'P-K7Q2M' };
      const page = [...story, 'tool', 'summary', 'countries', 'institutions', 'approach'];
      assert.deepEqual(has(needed(named), [...page, 'what_changed', 'how_known']), ['what_changed', 'how_known']);
      assert.deepEqual(has(asked(named), page), page);
      assert.equal(has(needed({ kind }), ['summary']).length, 1, 'without a page it stands on its own');
      assert.equal(has(asked({ kind }), ['what_changed']).length, 0);
    }
  });

  it('forgets the page that was named while it was an update', () => {
    const was = { kind: 'promising_practice', updates: 'P-K7Q2M' };
    assert.equal(asked(was).includes('what_changed'), false);
    assert.deepEqual(has(needed(was), ['summary', 'countries']), ['summary', 'countries']);
  });
});

describe('a field that may stay empty for some', () => {
  const small = moduleWith(
    field({ id: 'kind', type: { type: 'choice', options: listed('a', 'b') } }),
    field({ id: 'said', type: text(), required: 'to_send', optionalWhen: { field: 'kind', in: ['b'] } }),
  );

  it('is required of the others, and of those who have not chosen', () => {
    const problems = (answers: Answers) => validateAnswers(small, answers, 'send', now).map(({ field: id }) => id);
    assert.deepEqual([problems({ kind: 'a' }), problems({ kind: 'b' }), problems({})], [['said'], [], ['said']]);
  });
});
