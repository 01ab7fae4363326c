import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { translator } from '../../src/i18n/translate.ts';
import { samplePages } from '../browser/gallery/samples.tsx';

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = '']) => found);

for (const language of interfaceLanguages) {
  const t = translator(language);
  for (const { name, page } of samplePages(t)) {
    const html = renderToString(page);
    const ids = all(html, /\sid="([^"]*)"/g);

    describe(`the page ${name} in ${language}`, () => {
      it('says its language and direction', () => {
        assert.ok(html.startsWith(`<html lang="${language}" dir="${t.dir}">`));
      });

      it('has every id once', () => {
        assert.deepEqual(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          [],
        );
      });

      it('points only at what is there', () => {
        const summary = /<div class="errors".*?<\/ul>/s.exec(html)?.[0] ?? '';
        const targets = [
          ...all(html, /\sfor="([^"]*)"/g),
          ...all(html, /aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((list) => list.split(' ')),
          ...all(summary, /href="#([^"]*)"/g),
          'main',
        ];
        assert.deepEqual(
          targets.filter((target) => !ids.includes(target)),
          [],
        );
      });

      it('carries a token in every form that posts', () => {
        const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
        assert.deepEqual(
          forms.filter((form) => !form.includes('method="post"') || !form.includes('name="csrf"')),
          [],
        );
      });

      it('brings no script, no inline style and nothing from elsewhere', () => {
        assert.equal(/<script|\sstyle=|\son[a-z]+=/.exec(html), null);
        assert.deepEqual(all(html, /(?:src|<link[^>]*href)="(https?:[^"]*|\/\/[^"]*)"/g), []);
      });
    });
  }
}
