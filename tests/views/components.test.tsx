import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { translator, type MessageKey, type Translate } from '../../src/i18n/translate.ts';
import { FormField } from '../../views/components/fields/form-field.tsx';
import { Say, UserProse } from '../../views/components/phrase.tsx';
import { ReceiptBox } from '../../views/components/receipt-box.tsx';
import { T } from '../../views/components/t.tsx';

const t = translator('ar');
const html = (page: VNode): string => renderToString(page);

describe('what people typed', () => {
  it('is never markup, and keeps its own direction', () => {
    assert.equal(
      html(<UserProse text={'<b>one</b>\n\nاثنان'} />),
      '<div class="prose typed" dir="auto"><p dir="auto">&lt;b>one&lt;/b></p><p dir="auto">اثنان</p></div>',
    );
  });

  it('is shown again in its field', () => {
    const shown = html(
      <FormField
        t={t}
        field={{ kind: 'textarea', id: 'a', name: 'a', label: 'A', mark: 'required', value: '</textarea><i>' }}
      />,
    );
    assert.match(shown, />&lt;\/textarea>&lt;i><\/textarea>/);
  });
});

describe('an empty first line', () => {
  it('survives, although a browser swallows one after the tag', () => {
    const field = { kind: 'textarea', id: 'a', name: 'a', label: 'A', mark: 'required', value: '\nrest' } as const;
    assert.match(html(<FormField t={t} field={field} />), />\n\nrest<\/textarea>/);
  });
});

describe('a text that is not translated yet', () => {
  it('is English and says so', () => {
    const untranslated: Translate = Object.assign((key: MessageKey) => t(key), {
      ...t,
      languageOf: () => 'en' as const,
    });
    assert.match(html(<T t={untranslated} k="common.yes" />), /^<span lang="en" dir="ltr">/);
    assert.equal(
      html(<Say phrase={{ text: 'Yes', lang: 'en', dir: 'ltr' }} />),
      '<span lang="en" dir="ltr">Yes</span>',
    );
  });

  it('is not marked when it is', () => {
    assert.equal(html(<T t={t} k="common.yes" />), 'نعم');
  });
});

describe('the receipt', () => {
  it('runs left to right in groups of four, however it was typed', () => {
    for (const receipt of ['K7Q2M4TXA9BN3WZE8RHD5VYC', 'K7Q2-M4TX-A9BN-3WZE-8RHD-5VYC']) {
      const shown = html(<ReceiptBox t={t} receipt={receipt} />);
      assert.match(shown, /dir="ltr"/);
      assert.deepEqual(
        [...shown.matchAll(/<span>(\w+) <\/span>/g)].map(([, group]) => group),
        ['K7Q2', 'M4TX', 'A9BN', '3WZE', '8RHD', '5VYC'],
      );
    }
  });
});
