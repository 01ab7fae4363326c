import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAsked } from '../../../src/domain/module/conditions.ts';
import { withUsualKind } from '../../../src/domain/module/usual-kind.ts';
import { countryCodes, regionCodes } from '../../../src/domain/module/countries.ts';
import { moduleText } from '../../../src/domain/module/definition.ts';
import type { Options } from '../../../src/domain/module/form.ts';
import { optionName, optionValues } from '../../../src/domain/module/options.ts';
import { textKeys } from '../../../src/domain/module/text-keys.ts';
import { interfaceLanguages } from '../../../src/i18n/languages.ts';
import { exampleModule } from '../../support/example-module.ts';
import { listed, moduleWith } from './small-module.ts';

describe('a text of a module', () => {
  it('is in the wanted language, else in English, else its own key', () => {
    const definition = moduleWith();
    assert.deepEqual(moduleText(definition, 'ar', 'module.title'), { text: 'صغيرة', lang: 'ar' });
    assert.deepEqual(moduleText(definition, 'ar', 'only.english'), { text: 'Here', lang: 'en' });
    assert.deepEqual(moduleText(definition, 'fr', 'nowhere'), { text: 'nowhere', lang: 'en' });
    assert.deepEqual(moduleText({ ...definition, texts: {} }, 'fr', 'nowhere'), { text: 'nowhere', lang: 'en' });
  });
});

describe('the choices of a field', () => {
  const definition = moduleWith();

  it('come from the form, the module or the world', () => {
    const values = (options: Options): string[] => [...optionValues(definition, options)];
    assert.deepEqual(values(listed('a', 'b')), ['a', 'b']);
    assert.deepEqual(values({ kind: 'languages' }), ['en', 'ar']);
    assert.deepEqual(values({ kind: 'languages', also: ['other'] }), ['en', 'ar', 'other']);
    assert.deepEqual(values({ kind: 'sections' }), ['introduction', 'tools/training']);
    assert.deepEqual(values({ kind: 'sections', also: ['not_sure'] }).at(-1), 'not_sure');
    assert.equal(values({ kind: 'countries' }).length, countryCodes.length + regionCodes.length);
    assert.equal(values({ kind: 'countries', also: ['not_said'] }).at(-1), 'not_said');
  });

  it('are named by the module or by the locale data of the reader', () => {
    const prefix = 'fields.f';
    assert.deepEqual(optionName(listed('a'), prefix, 'a'), { kind: 'text', key: 'fields.f.options.a' });
    const countries = { kind: 'countries', also: ['not_said'] } as const;
    assert.deepEqual(optionName(countries, prefix, 'not_said'), { kind: 'text', key: 'fields.f.options.not_said' });
    assert.deepEqual(optionName(countries, prefix, 'TZ'), { kind: 'region', code: 'TZ' });
    assert.deepEqual(optionName(countries, prefix, 'm49_145'), { kind: 'region', code: '145' });
    assert.deepEqual(optionName({ kind: 'languages' }, prefix, 'sw'), { kind: 'language', code: 'sw' });
    assert.deepEqual(optionName({ kind: 'sections' }, prefix, 'tools/training'), {
      kind: 'text',
      key: 'sections.tools/training',
    });
  });

  it('of the world all have a name in every language of the interface', () => {
    for (const locale of interfaceLanguages) {
      const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
      const codes = [...countryCodes, ...regionCodes.map((code) => code.replace('m49_', ''))];
      assert.deepEqual(
        codes.filter((code) => names.of(code) === undefined),
        [],
      );
    }
  });
});

describe('the texts of the example module', () => {
  const definition = exampleModule();
  const { required, optional } = textKeys(definition);
  const keys = (language: string) => Object.keys(definition.texts[language] ?? {}).sort();

  it('are all there in English, and none beyond', () => {
    const english = new Set(keys('en'));
    assert.deepEqual(
      required.filter((key) => !english.has(key)),
      [],
    );
    assert.deepEqual(
      [...english].filter((key) => !required.includes(key) && !optional.includes(key)),
      [],
    );
  });

  it('are the same in every language of the interface', () => {
    assert.deepEqual(definition.interfaceLanguages, interfaceLanguages);
    for (const language of interfaceLanguages) assert.deepEqual(keys(language), keys('en'), language);
  });

  it('are not English where they should be French or Spanish', () => {
    const english = definition.texts['en'] ?? {};
    for (const language of ['fr', 'es']) {
      const sentences = Object.entries(definition.texts[language] ?? {}).filter(([, text]) => text.includes(' '));
      assert.deepEqual(
        sentences.filter(([key, text]) => text === english[key]),
        [],
      );
    }
  });

  it('are not English where they should be Arabic', () => {
    const arabic = definition.texts['ar'] ?? {};
    assert.deepEqual(
      Object.keys(arabic).filter((key) => !/\p{Script=Arabic}/u.test(arabic[key] ?? '')),
      [],
    );
  });
});

describe('the example module', () => {
  const definition = exampleModule();

  it('has seven gates, four of them for safety, and ten criteria', () => {
    const { gates, criteria } = definition.rubric;
    assert.deepEqual(
      gates.map(({ id }) => id),
      ['scope', 'consent', 'no_identifiers', 'no_ongoing_risk', 'referral', 'rights', 'not_duplicate'],
    );
    assert.deepEqual(
      gates.filter(({ safety }) => safety).map(({ id }) => id),
      ['consent', 'no_identifiers', 'no_ongoing_risk', 'referral'],
    );
    assert.equal(criteria.length, 10);
    assert.deepEqual(
      criteria.filter(({ essential }) => essential).map(({ id }) => id),
      ['survivor_centred', 'do_no_harm', 'effectiveness'],
    );
  });

  it('has thirteen fields in its short form, and the address of those who chose e-mail', () => {
    const usual = withUsualKind(definition, {});
    const short = definition.form.fields.filter((field) => field.short);
    assert.equal(short.filter((field) => isAsked(field, usual)).length, 13);
    assert.deepEqual(
      short.filter((field) => !isAsked(field, usual)).map(({ id }) => id),
      ['contact_email'],
    );
    assert.deepEqual(
      short.filter((field) => field.required !== 'to_send'),
      [],
    );
  });

  it('has pages of at most five fields, the short ones first', () => {
    const short = new Set(definition.form.fields.filter((field) => field.short).map(({ id }) => id));
    for (const { id, fields } of definition.form.pages) {
      assert.equal(fields.length <= 5, true, id);
      const marks = fields.map((name) => short.has(name));
      assert.deepEqual(
        marks,
        [...marks].sort((a, b) => Number(b) - Number(a)),
        id,
      );
    }
  });

  it('has no page that nobody with a usual practice sees, but those of other kinds', () => {
    const usual = withUsualKind(definition, {});
    const asked = new Set(definition.form.fields.filter((field) => isAsked(field, usual)).map(({ id }) => id));
    assert.deepEqual(
      definition.form.pages.filter((page) => !page.fields.some((id) => asked.has(id))).map(({ id }) => id),
      ['update_of', 'what_is_new', 'the_tool'],
    );
  });

  it('never seals what is shown, and seals every way to reach a person', () => {
    const sealed = definition.form.fields.filter(({ visibility }) => visibility === 'sealed').map(({ id }) => id);
    assert.deepEqual(sealed, ['contact_channel', 'contact_email', 'contact_name']);
  });
});
