import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import type { IdentifierType } from '../../../src/domain/safety/identifiers/finding.ts';

interface Labelled {
  readonly text: string;
  readonly expected: readonly { readonly type: IdentifierType; readonly excerpt: string }[];
  readonly allowed?: readonly { readonly type: IdentifierType; readonly excerpt: string }[];
}

const folder = join(import.meta.dirname, '../texts');
const labelled = (kind: string): readonly (readonly [string, Labelled])[] =>
  readdirSync(join(folder, kind)).map((name) => [
    name,
    JSON.parse(readFileSync(join(folder, kind, name), 'utf8')) as Labelled,
  ]);

const spanOf = (text: string, excerpt: string) => ({
  start: text.indexOf(excerpt),
  end: text.indexOf(excerpt) + excerpt.length,
});
const findings = (text: string): readonly string[] =>
  findIdentifiers(text).map(({ type, excerpt }) => `${type}: ${excerpt}`);

describe('the identifier check', () => {
  for (const [name, { text, expected }] of labelled('unsafe')) {
    it(`finds everything in ${name}`, () => {
      const found = findIdentifiers(text);
      const missed = expected.filter(({ type, excerpt }) => {
        const { start, end } = spanOf(text, excerpt);
        return !found.some((one) => one.type === type && one.start < end && start < one.end);
      });
      assert.deepEqual(missed, []);
    });

    it(`finds nothing else in ${name}`, () => {
      const extra = findIdentifiers(text).filter(
        (one) => !expected.some(({ type, excerpt }) => type === one.type && overlaps(one, spanOf(text, excerpt))),
      );
      assert.deepEqual(extra, []);
    });
  }

  for (const [name, { text, allowed = [] }] of labelled('safe')) {
    it(`finds nothing in ${name} but what is allowed`, () => {
      const extra = findIdentifiers(text).filter(
        (one) => !allowed.some(({ type, excerpt }) => type === one.type && overlaps(one, spanOf(text, excerpt))),
      );
      assert.deepEqual(extra, []);
    });
  }
});

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

export { findings };
