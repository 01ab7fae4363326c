import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPerson, rolesGivenHere, type PersonTyped } from '../../../src/domain/people/person-facts.ts';
import { exampleModule } from '../../support/example-module.ts';

const module = exampleModule();

const typed = (changes: Partial<PersonTyped> = {}): PersonTyped => ({
  name: 'Priya Nair',
  email: 'priya@example.org',
  organisation: '',
  country: '',
  languages: [],
  topics: [],
  roles: ['reviewer'],
  ...changes,
});

const problemsOf = (changes: Partial<PersonTyped>) => {
  const read = readPerson(typed(changes), module, rolesGivenHere);
  return read.ok ? [] : read.refusal.map(({ field, problem }) => `${field} ${problem}`);
};

describe('what is known of a person', () => {
  it('is read as typed, but for spaces and the case of the address', () => {
    const read = readPerson(
      typed({
        name: '  Priya \r\n Nair ',
        email: 'Priya@Example.org',
        country: 'IN',
        topics: ['police'],
        languages: ['en'],
      }),
      module,
      rolesGivenHere,
    );
    assert.deepEqual(read.ok && read.value, {
      name: 'Priya Nair',
      email: 'priya@example.org',
      organisation: '',
      country: 'IN',
      languages: ['en'],
      topics: ['police'],
      roles: ['reviewer'],
    });
  });

  it('needs a name, an address and a role', () => {
    assert.deepEqual(problemsOf({ name: ' ', email: '', roles: [] }), [
      'name required',
      'email required',
      'roles required',
    ]);
  });

  it('has limits, and codes that the module knows', () => {
    assert.deepEqual(
      problemsOf({
        name: 'n'.repeat(121),
        email: 'no address',
        organisation: 'o'.repeat(161),
        country: 'XX',
        languages: ['en', 'tlh'],
        topics: ['weapons'],
        roles: ['safety'],
      }),
      [
        'name too_long',
        'email invalid',
        'organisation too_long',
        'country invalid',
        'languages invalid',
        'topics invalid',
        'roles invalid',
      ],
    );
  });
});
