import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conflictFactsIn } from '../../../src/domain/assignment/conflict-facts.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import type { PersonId } from '../../../src/domain/ids.ts';

describe('what a case says of who must not review it', () => {
  it('is in its answers, in the contact data and in the conflicts that are known', () => {
    const answers: Answers = {
      organisation: 'A House',
      excluded_reviewers: [{ name: 'Ana', organisation: 5 }, { organisation: 'B House' }],
    };
    const sealed = { contact_name: 'Eve', contact_email: 'eve@example.org' };
    const [ben, ida] = ['ben' as PersonId, 'ida' as PersonId];
    const known = [
      { personId: ben, kind: 'declared', reason: 'a cousin' },
      { personId: ida, kind: 'recused', reason: 'worked there' },
    ];
    assert.deepEqual(conflictFactsIn(answers, sealed, known), {
      organisation: 'A House',
      contactName: 'Eve',
      contactEmail: 'eve@example.org',
      excluded: [
        { name: 'Ana', organisation: '' },
        { name: '', organisation: 'B House' },
      ],
      declared: [{ personId: ben, relation: 'a cousin' }],
      recused: [{ personId: ida, reason: 'worked there' }],
      coSubmitters: [],
    });
  });

  it('is nothing where nothing was said', () => {
    assert.deepEqual(conflictFactsIn({}, {}, []).excluded, []);
  });
});
