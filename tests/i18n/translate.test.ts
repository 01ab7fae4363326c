import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isolate } from '../../src/i18n/isolate.ts';
import { negotiateLocale } from '../../src/i18n/negotiate-locale.ts';
import { translator } from '../../src/i18n/translate.ts';

const en = translator('en');
const ar = translator('ar');
const fr = translator('fr');
const es = translator('es');

describe('dates', () => {
  it('are words, and a day is that day everywhere', () => {
    assert.equal(en.date('2026-03-31', 'America/Lima'), '31 March 2026');
    assert.equal(ar.date('2026-03-31', 'America/Lima'), '31 مارس 2026');
    assert.equal(fr.date('2026-03-31', 'America/Lima'), '31 mars 2026');
    assert.equal(es.date('2026-03-31', 'America/Lima'), '31 de marzo de 2026');
    assert.equal(fr.date('2026-12-01', 'UTC'), '1er décembre 2026');
    assert.equal(fr.date('2026-12-11', 'UTC'), '11 décembre 2026');
  });

  it('follow the time zone of the module when they are instants', () => {
    assert.equal(en.date(new Date('2026-03-31T23:30:00Z'), 'Asia/Amman'), '1 April 2026');
    assert.equal(en.date('2026-03-31T23:30:00Z', 'UTC'), '31 March 2026');
  });
});

describe('numbers', () => {
  it('are written in Latin digits in Arabic too', () => {
    assert.equal(ar.number(12345.5), '12,345.5');
    assert.equal(ar('common.step', { step: 3, of: 8 }), 'الصفحة 3 من 8');
  });

  it('take the form of their plural', () => {
    assert.equal(en('common.error_summary', { count: 1 }), 'There is something to mend');
    assert.equal(ar('common.error_summary', { count: 2 }), 'هناك أمران يحتاجان إلى تصحيح');
  });
});

describe('names of places and languages', () => {
  it('are those of the reader’s language', () => {
    assert.equal(en.country('JO'), 'Jordan');
    assert.equal(ar.country('JO'), 'الأردن');
    assert.equal(fr.country('JO'), 'Jordanie');
    assert.equal(es.country('JO'), 'Jordania');
    assert.equal(en.country('m49_001'), 'World');
    assert.equal(en.country('m49_145'), 'Western Asia');
    assert.equal(en.country('not_said'), 'Not said');
    assert.equal(ar.language('sw'), 'السواحلية');
  });

  it('show a code that is none as it is', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        assert.equal(typeof en.country(code), 'string');
        assert.equal(typeof ar.language(code), 'string');
      }),
    );
    assert.equal(en.country('zz9'), 'zz9');
  });
});

describe('values put into a sentence', () => {
  it('are shielded where they run the other way', () => {
    assert.equal(en('common.signed_in_as', { name: 'سارة' }), 'Signed in: \u2068سارة\u2069');
    assert.equal(en('common.signed_in_as', { name: 'Sara' }), 'Signed in: Sara');
    assert.equal(ar('common.signed_in_as', { name: 'Sara' }), 'الحساب المفتوح: \u2068Sara\u2069');
  });

  it('are left alone when they are an address', () => {
    assert.equal(isolate('https://example.org/x', 'rtl'), 'https://example.org/x');
  });

  it('must all be there', () => {
    assert.throws(() => en('common.signed_in_as'), /name/);
  });

  it('may be elements', () => {
    const element = { is: 'an element' };
    assert.deepEqual(en.rich('common.signed_in_as', { name: element }), ['Signed in: ', element]);
  });
});

describe('the language of a first visit', () => {
  const cases: [string | undefined, string][] = [
    [undefined, 'en'],
    ['', 'en'],
    ['ar-EG,ar;q=0.9', 'ar'],
    ['fr-CM,fr;q=0.9,en;q=0.5', 'fr'],
    ['es-419, en;q=0.3', 'es'],
    ['sw,ar;q=0.8,en;q=0.5', 'ar'],
    ['sw, en;q=0.8, ar;q=0.9', 'ar'],
    ['ar;q=0, sw', 'en'],
    ['*, ar;q=0.5', 'en'],
    ['ar;q=oops', 'ar'],
  ];
  for (const [header, language] of cases) {
    it(`is ${language} for “${header ?? 'nothing'}”`, () => {
      assert.equal(negotiateLocale(header), language);
    });
  }
});
