import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnswerValue } from '../../../src/domain/module/form.ts';
import { answersFor, splitSealed } from '../../../src/domain/module/visible-answers.ts';
import type { Viewer } from '../../../src/domain/module/visible-answers.ts';
import { exampleModule } from '../../support/example-module.ts';
import { field, listed, moduleWith, text } from './small-module.ts';

const ladder = moduleWith(
  field({ id: 'title', type: text() }),
  field({ id: 'training', type: text(), visibility: 'reviewers' }),
  field({ id: 'risk', type: text(), visibility: 'curators' }),
  field({ id: 'email', type: { type: 'email' }, visibility: 'sealed' }),
);
const all = { title: 't', training: 'r', risk: 'c', email: 's@example.org', gone: 'x', __proto__: { title: 'y' } };

describe('the ladder of visibility', () => {
  it('shows each step what the steps before it see, and nobody what no field describes', () => {
    const seen = (viewer: Viewer) => Object.keys(answersFor(ladder, all, viewer));
    assert.deepEqual(seen('public'), ['title']);
    assert.deepEqual(seen('reviewers'), ['title', 'training']);
    assert.deepEqual(seen('curators'), ['title', 'training', 'risk']);
    assert.deepEqual(seen('owner'), ['title', 'training', 'risk', 'email']);
  });

  it('parts what is sealed from the rest, and seals what no field describes', () => {
    assert.deepEqual(splitSealed(ladder, { title: 't', email: 'e', gone: 'x' }), {
      sealed: { email: 'e', gone: 'x' },
      open: { title: 't' },
    });
  });

  it('never shows what is not asked', () => {
    const tool = field({ id: 'tool', type: text(), when: { field: 'kind', in: ['tool'] } });
    assert.deepEqual(answersFor(moduleWith(tool), { kind: 'update', tool: 'x' }, 'owner'), {});
    assert.deepEqual(answersFor(moduleWith(tool), { kind: 'tool', tool: 'x' }, 'public'), { tool: 'x' });
  });
});

describe('how a contributor is named', () => {
  const definition = exampleModule();
  const answers = {
    kind: 'promising_practice',
    organisation: 'Org',
    org_type: 'ngo',
    public_name: 'Name',
    contact_name: 'Secret',
    unintended: 'U',
  };
  const seen = (viewer: Viewer, attribution: string, reviewers: string, more: Record<string, AnswerValue> = {}) =>
    Object.keys(
      answersFor(definition, { ...answers, ...more, attribution, attribution_reviewers: reviewers }, viewer),
    ).filter((id) => id !== 'kind');

  it('to the public is chosen by the contributor', () => {
    assert.deepEqual(seen('public', 'person_and_organisation', 'nothing'), ['organisation', 'public_name']);
    assert.deepEqual(seen('public', 'organisation', 'organisation'), ['organisation']);
    assert.deepEqual(seen('public', 'organisation_in_region', 'organisation'), []);
    assert.deepEqual(seen('public', 'anonymous', 'organisation'), []);
  });

  it('to reviewers is chosen apart from it, and never the person', () => {
    assert.deepEqual(seen('reviewers', 'person_and_organisation', 'nothing'), ['unintended']);
    assert.deepEqual(seen('reviewers', 'person_and_organisation', 'type_and_country'), ['org_type', 'unintended']);
    assert.deepEqual(seen('reviewers', 'person_and_organisation', 'organisation'), [
      'organisation',
      'org_type',
      'unintended',
    ]);
  });

  it('leaves unwanted effects to reviewers unless they may be published too', () => {
    assert.deepEqual(seen('public', 'anonymous', 'nothing', { unintended_public: false }), []);
    assert.deepEqual(seen('public', 'anonymous', 'nothing', { unintended_public: true }), ['unintended']);
  });

  it('is all before the curators, but for what is sealed', () => {
    const shown = seen('curators', 'anonymous', 'nothing');
    assert.equal(shown.includes('organisation'), true);
    assert.equal(shown.includes('contact_name'), false);
  });
});

describe('an answer that is shown', () => {
  const number = { id: 'number', required: true, type: { type: 'number', roundTo: 5 } } as const;
  const participants = field({
    id: 'participants',
    type: { type: 'repeat', max: 8, fields: [{ id: 'group', required: true, type: text() }, number] },
  });
  const shown = (value: AnswerValue, viewer: Viewer = 'public') =>
    answersFor(moduleWith(participants), { participants: value }, viewer)['participants'];

  it('hides small numbers from reviewers and the public', () => {
    const numbers = ['742', 743, '4', 3, '<5', '', 'about ten', 0, true];
    const entries = numbers.map((n) => ({ group: 'g', number: n }));
    const rounded = [740, 745, '<5', '<5', '<5', undefined, undefined, '<5', undefined];
    const expected = rounded.map((n) => (n === undefined ? { group: 'g' } : { group: 'g', number: n }));
    assert.deepEqual(shown(entries), expected);
    assert.deepEqual(shown(entries, 'reviewers'), expected);
    assert.deepEqual(shown([{ group: 'g', number: '742' }], 'curators'), [{ group: 'g', number: '742' }]);
  });

  it('has the shape of its field and nothing beside it', () => {
    assert.deepEqual(
      shown([{ group: 'g', secret: 'x' }, 'x', { group: ['a', 'b'] }, { group: '' }] as unknown as AnswerValue),
      [{ group: 'g' }],
    );
    assert.equal(shown('x'), undefined);
    assert.equal(shown([]), undefined);
  });

  it('of a group, a matrix or a list too', () => {
    const definition = moduleWith(
      field({
        id: 'period',
        type: { type: 'group', fields: [{ id: 'from', required: true, type: { type: 'month' } }] },
      }),
      field({
        id: 'risk',
        type: {
          type: 'matrix',
          rows: ['staff', 'partners'],
          fields: [
            { id: 'level', required: true, type: text() },
            { id: 'why', required: false, type: text(), when: { field: 'level', in: ['high'] } },
          ],
        },
      }),
      field({ id: 'countries', type: { type: 'multi', options: listed('a') } }),
    );
    const good = {
      period: { from: '1999', x: 'x' },
      risk: { staff: { level: 'low', why: 'w' }, other: { level: 'x' } },
      countries: ['a'],
    };
    assert.deepEqual(answersFor(definition, good, 'public'), {
      period: { from: '1999' },
      risk: { staff: { level: 'low' } },
      countries: ['a'],
    });
    assert.deepEqual(answersFor(definition, { period: 'x', risk: 'x', countries: 'x' }, 'public'), {});
    assert.deepEqual(answersFor(definition, { countries: [{ a: 'x' }] }, 'public'), {});
  });
});
