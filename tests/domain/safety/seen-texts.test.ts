import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import { identifiersShown } from '../../../src/domain/safety/seen-texts.ts';

it('finds in a text seen before what is in it, by the same countries', () => {
  const text = (n: number): string => `Nr ${String(n)}: ask on 98 76 54 32 or write to n${String(n)}@example.org`;
  for (const n of [1, 2, 1, 2]) {
    assert.deepEqual(identifiersShown(text(n)), findIdentifiers(text(n)));
    assert.deepEqual(identifiersShown(text(n), ['DK']), findIdentifiers(text(n), ['DK']));
  }
  assert.notDeepEqual(identifiersShown(text(1)), identifiersShown(text(1), ['DK']));
});

it('does not keep every text for ever', () => {
  const first = identifiersShown('first@example.org');
  assert.equal(identifiersShown('first@example.org'), first);
  for (let n = 0; n < 2001; n += 1) identifiersShown(`text ${String(n)}`);
  assert.notEqual(identifiersShown('first@example.org'), first);
});
