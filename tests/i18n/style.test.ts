import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogues } from '../../src/i18n/catalogue.ts';
import { exampleModule } from '../support/example-module.ts';

const { texts } = exampleModule();

/** Everything that people read in a language, by its key: the interface and the example module. */
function allTexts(language: 'fr' | 'es'): [string, string][] {
  const features = Object.entries(catalogues[language]).filter(([feature]) => feature !== 'cli');
  const messages = features.flatMap(([feature, all]) =>
    Object.entries(all).map(([key, { message }]): [string, string] => [`${feature}.${key}`, message]),
  );
  return [...messages, ...Object.entries(texts[language] ?? {})];
}

const breaking = (language: 'fr' | 'es', rule: RegExp): string[] =>
  allTexts(language)
    .filter(([, text]) => rule.test(text))
    .map(([key, text]) => `${key}: ${text}`);

const opened = (text: string, sign: string): number => text.split(sign).length;

describe('texts in French', () => {
  it('keep a sign with its word: a space that does not break', () => {
    assert.deepEqual(breaking('fr', / [:;!?»%]|« |[\p{L}\d][;!?»]|«[^\u00a0]/u), []);
  });

  it('speak of survivors, and straightly to the reader', () => {
    assert.deepEqual(breaking('fr', /victime|\btu\b|\bvotres\b|'/iu), []);
  });
});

describe('texts in Spanish', () => {
  it('open a question before they close it', () => {
    const unopened = allTexts('es').filter(([, text]) =>
      [
        ['¿', '?'],
        ['¡', '!'],
        ['«', '»'],
      ].some(([open = '', close = '']) => opened(text, open) !== opened(text, close)),
    );
    assert.deepEqual(unopened, []);
  });

  it('speak of survivors, and straightly to the reader', () => {
    assert.deepEqual(breaking('es', /v[ií]ctima|\btú\b|\bvosotr/iu), []);
  });
});
