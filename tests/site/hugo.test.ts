import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { answersOf, pageOfPractice } from '../support/published-content.ts';

const hasHugo = spawnSync('hugo', ['version']).status === 0;
const norway = pageOfPractice('P-N0RWY', { ...answersOf('jo-'), title: 'NO', countries: ['NO'] });
const [meta, page] = norway.files;
const frontMatter = (page?.text ?? '').split('---\n')[1] ?? '';

/** Readers of YAML 1.1 take a bare NO for false, and are still about. */
describe('the files of a page, read as YAML 1.1', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-hugo-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('say the same as in YAML 1.2', () => {
    for (const text of [meta?.text ?? '', frontMatter]) {
      assert.deepEqual(parse(text, { version: '1.1' }), parse(text, { version: '1.2' }));
    }
  });

  it('keep the country NO and the title in Hugo', { skip: hasHugo ? false : 'hugo is not installed' }, () => {
    write('hugo.toml', 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n');
    write('config.toml', 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n');
    write('content/page.md', page?.text ?? '');
    write('data/meta.yml', meta?.text ?? '');
    const facts = '{{ dict "countries" site.Data.meta.countries "title" .Title "params" .Params | jsonify }}';
    write('layouts/_default/single.html', facts);
    const done = spawnSync('hugo', ['--quiet', '--source', folder, '--destination', 'out'], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stdout + done.stderr);
    const built: unknown = JSON.parse(readFileSync(path.join(folder, 'out/page/index.html'), 'utf8'));
    const { countries, title, params } = built as { countries: unknown; title: unknown; params: { language: unknown } };
    assert.deepEqual(
      { countries, title, language: params.language },
      { countries: ['NO'], title: 'NO', language: 'ar' },
    );
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
});
