import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { buildSite, pagesOf } from '../support/built-site.ts';
import { PublishedContent, answersOf, folderOf, pageOfPractice } from '../support/published-content.ts';

const practice = pageOfPractice('P-K7Q2M', answersOf('tz-'));
const english = `${folderOf(practice.id)}/index.en.md`;
const meta = `${folderOf(practice.id)}/meta.yml`;

describe('a content repository with a mistake in it', () => {
  let content: PublishedContent;
  let checkout: string;
  let output: string;

  before(async () => {
    content = await PublishedContent.begin();
    checkout = await content.checkout();
    output = content.folder('site');
  });
  beforeEach(() => {
    for (const { path: file, text } of practice.files) put(file, text);
  });
  after(() => content.dispose());

  const build = () => buildSite(output, { CONTENT_DIR: checkout });

  function put(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
    writeFileSync(path.join(checkout, file), text);
  }

  /** Changes a file, and gives what the build says of it. */
  function refusal(file: string, change: (text: string) => string): string {
    const text = readFileSync(path.join(checkout, file), 'utf8');
    assert.notEqual(change(text), text);
    put(file, change(text));
    const { code, said } = build();
    assert.equal(code, 1, said);
    return said;
  }

  it('is refused for broken front matter, with the file and the reason', () => {
    const said = refusal(english, (text) => text.replace('title: "', 'title: : "'));
    assert.match(said, new RegExp(`${english}: this is not YAML: .+ at line 1`, 'u'));
  });

  it('is refused for front matter that is a program, which does not run', () => {
    const marker = content.folder('ran');
    const program = `---js\n{ title: (process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(marker)}, ''), 'x') }\n---\n`;
    const said = refusal(english, () => program);
    assert.match(said, new RegExp(`${english}: the first line must be three dashes and nothing else`, 'u'));
    assert.equal(existsSync(marker), false);
  });

  it('is refused for facts of the wrong kind', () => {
    const said = refusal(meta, (text) => text.replace('"TZ"', 'false'));
    assert.match(said, new RegExp(`${meta}: countries must be a country such as "NO", and is false`, 'u'));
  });

  it('is refused for a page that says it is another one', () => {
    const said = refusal(english, (text) => text.replace('P-K7Q2M', 'P-00000'));
    assert.match(said, new RegExp(`${english}: id is P-00000, but the file belongs to P-K7Q2M`, 'u'));
  });

  it('is refused for a link to a file of this machine', () => {
    const link = path.join(checkout, folderOf(practice.id), 'index.fr.md');
    symlinkSync('/etc/hostname', link);
    const { code, said } = build();
    rmSync(link);
    assert.equal(code, 1);
    assert.match(said, /index\.fr\.md: only files and folders are read, no links/u);
  });

  it('leaves the last good site as it was', () => {
    assert.equal(build().code, 0);
    refusal(meta, (text) => text.replace('"current"', '"perhaps"'));
    assert.ok(pagesOf(output).has('security-sector/practices/P-K7Q2M.en.html'));
  });

  it('is shown without what a hand has added to front matter or text, and with a country NO without quotes', () => {
    put(meta, (practice.files[0]?.text ?? '').replace('"TZ"', 'NO'));
    const added = 'permalink: "/../../elsewhere.html"\nlayout: "x"\ntemplateEngineOverride: "njk"\n---\n';
    const tricks = '{{ 7 * 7 }} <script>x</script> ![x](https://example.org/x.png) [x](javascript:x)';
    put(english, (practice.files[1]?.text ?? '').replace('---\n\n', `${added}\n${tricks}\n\n`));
    const { code, said } = build();
    assert.equal(code, 0, said);
    const page = pagesOf(output).get('security-sector/practices/P-K7Q2M.en.html')?.html ?? '';
    assert.match(page, /<p>\{\{ 7 \* 7 \}\} &lt;script&gt;x&lt;\/script&gt; /u);
    assert.doesNotMatch(page, /<script|<img|href="javascript/u);
    assert.match(page, /<li>Norway<\/li>/u);
  });

  it('no longer shows what was taken down', () => {
    rmSync(path.join(checkout, folderOf(practice.id)), { recursive: true });
    assert.equal(build().code, 0);
    assert.deepEqual(
      [...pagesOf(output).keys()].filter((at) => at.includes('P-K7Q2M')),
      [],
    );
  });

  it('is not built over files of somebody else', () => {
    const other = content.folder('other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'letter.txt'), 'kept');
    const { code, said } = buildSite(other, { CONTENT_DIR: checkout });
    assert.equal(code, 1);
    assert.match(said, /holds files that are not of this site\. Name another folder\./u);
    assert.equal(readFileSync(path.join(other, 'letter.txt'), 'utf8'), 'kept');
  });

  it('is asked for in a sentence where there is none', () => {
    const { code, said } = buildSite(output, { DATA_DIR: content.folder('nowhere') });
    assert.equal(code, 1);
    assert.match(said, /^There is no .*content\.git\. Run npm start once, or set CONTENT_DIR to a checkout\.\n$/u);
  });
});
