import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogues, type Message } from '../../src/i18n/catalogue.ts';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { argumentsOf, pluralsOf } from './arguments.ts';

const messagesOf = (language: (typeof interfaceLanguages)[number]): Map<string, Message> =>
  new Map(
    Object.entries(catalogues[language]).flatMap(([feature, messages]) =>
      Object.entries(messages).map(([key, message]) => [`${feature}.${key}`, message] as const),
    ),
  );

const english = messagesOf('en');

describe('the English catalogue', () => {
  it('tells the translator what every message is for', () => {
    const silent = [...english].filter(([, message]) => (message.description ?? '').trim() === '').map(([key]) => key);
    assert.deepEqual(silent, []);
  });
});

for (const language of interfaceLanguages.filter((code) => code !== 'en')) {
  const translated = messagesOf(language);

  describe(`the catalogue in ${language}`, () => {
    it('has every message of the English one, and no other', () => {
      assert.deepEqual([...translated.keys()].sort(), [...english.keys()].sort());
    });

    it('asks for the same values', () => {
      for (const [key, { message }] of translated) {
        assert.deepEqual(argumentsOf(message), argumentsOf(english.get(key)?.message ?? ''), key);
      }
    });

    it('says something', () => {
      const empty = [...translated].filter(([, { message }]) => message.trim() === '').map(([key]) => key);
      assert.deepEqual(empty, []);
    });
  });
}

describe('Arabic plurals', () => {
  it('have a form for two, for a few and for many', () => {
    for (const [key, { message }] of messagesOf('ar')) {
      for (const forms of pluralsOf(message)) {
        const has = (...names: string[]) => names.some((name) => forms.includes(name));
        assert.ok(has('two', '=2') && has('few') && has('many') && has('one', '=1'), `${key}: ${forms.join(', ')}`);
      }
    }
  });
});
