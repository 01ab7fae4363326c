import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogues } from '../../src/i18n/catalogue.ts';
import { argumentsOf } from './arguments.ts';
import { sourceFiles, usesIn } from './source-files.ts';

const files = sourceFiles();
const messages = new Map<string, string>(
  Object.entries(catalogues.en).flatMap(([feature, entries]) =>
    Object.entries(entries).map(([key, { message }]) => [`${feature}.${key}`, message] as const),
  ),
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Keys that are put together, such as `status.state_${state}`, as patterns. */
const patterns = files.flatMap(({ text }) =>
  [...text.matchAll(/`([a-z_]+\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template = '']) =>
      new RegExp(
        `^${template
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('.+')}$`,
      ),
  ),
);

const written = new Set<string | undefined>(
  files.flatMap(({ text }) => [...text.matchAll(/['"`]([a-z_]+\.[\w.]+)['"`]/g)].map(([, key]) => key)),
);

describe('messages and the code that uses them', () => {
  it('leaves no message unused', () => {
    const unused = [...messages.keys()].filter(
      (key) => !written.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    assert.deepEqual(unused, []);
  });

  it('gives every message the values it asks for', () => {
    const wrong = files.flatMap(usesIn).flatMap(({ where, key, values }) => {
      const message = messages.get(key);
      if (message === undefined || values === undefined) return [];
      const asked = argumentsOf(message);
      const missing = asked.filter((name) => !values.includes(name));
      const surplus = values.filter((name) => !asked.includes(name));
      return missing.length + surplus.length === 0
        ? []
        : [`${where} ${key}: asks for ${asked.join(', ')}, is given ${values.join(', ')}`];
    });
    assert.deepEqual(wrong, []);
  });
});
