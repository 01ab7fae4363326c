import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contactEmailOf, ownSecretsIn, textsOf } from '../../../src/domain/safety/own-secrets.ts';

const receipt = '7QX3MPA900001111222233D4';

describe('the own receipt and address in a text', () => {
  const written: [string, string][] = [
    ['summary', 'The code is 7qx3-mpa9-0000-1111-2222-33d4.'],
    ['results', 'Write to Me@Example.ORG'],
    ['lessons', 'Nothing of mine.'],
  ];

  it('are found however they are written', () => {
    assert.deepEqual(ownSecretsIn(written, { receipt, email: ' me@example.org ' }), [
      { kind: 'receipt', field: 'summary' },
      { kind: 'email', field: 'results' },
    ]);
  });

  it('are not looked for where there is none', () => {
    assert.deepEqual(ownSecretsIn(written, { receipt: '', email: undefined }), []);
    assert.deepEqual(ownSecretsIn(written, { receipt: '', email: '' }), []);
  });
});

describe('the address given as contact', () => {
  it('is a text that is not blank', () => {
    assert.equal(contactEmailOf({ contact_email: 'me@example.org' }), 'me@example.org');
    assert.equal(contactEmailOf({ contact_email: ' ' }), undefined);
    assert.equal(contactEmailOf({ contact_email: true }), undefined);
    assert.equal(contactEmailOf({}), undefined);
  });
});

describe('the texts in answers', () => {
  it('have the names of the form', () => {
    const answers = { title: 'A', none: null, tick: true, list: ['x', 'y'], outcomes: [{ before: 'B', count: 2 }] };
    assert.deepEqual(textsOf('', answers), [
      ['title', 'A'],
      ['list.0', 'x'],
      ['list.1', 'y'],
      ['outcomes.0.before', 'B'],
    ]);
  });
});
