import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { renderMarkdown, splitPage } from '../../src/web/markdown.ts';
import { hostileText } from '../domain/publication/hostile-text.ts';

describe('Markdown as HTML', () => {
  it('renders what a page is made of', () => {
    const html = renderMarkdown(
      '## Done\n\n3. one\n4. **two**\n\n| a | b |\n| --- | --- |\n| 1 | <https://a.example/> |\n',
    );
    assert.equal(
      html.replace(/\n/gu, ''),
      '<h2>Done</h2><ol start="3"><li>one</li><li><strong>two</strong></li></ol><table><thead><tr><th>a</th><th>b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td><a href="https://a.example/" rel="noopener noreferrer nofollow">https://a.example/</a></td></tr></tbody></table>',
    );
  });

  it('lets no HTML, picture or strange link through', () => {
    const links = [
      'javascript:alert(1)',
      'java\tscript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      '//evil.example',
      'ftp://x',
    ];
    for (const link of links) assert.doesNotMatch(renderMarkdown(`[x](${link}) <${link}>`), /<a\b/u, link);
    assert.doesNotMatch(
      renderMarkdown('![x](https://evil.example/x.gif) <img src=x> <b onclick=x>y</b>'),
      /<(?:img|b)\b/u,
    );
  });

  it('has only its own elements, whatever it is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tags = renderMarkdown(text).match(/<\/?[a-z0-9]+[^>]*>/gu) ?? [];
        const own =
          /^<\/?(?:p|br|h[234]|ul|ol|li|strong|em|code|pre|blockquote|hr|table|thead|tbody|tr|th|td|a)(?: start="\d+"| href="(?:https?:|mailto:)[^"]*"| rel="[a-z ]+")*(?: \/)?>$/u;
        assert.deepEqual(
          tags.filter((tag) => !own.test(tag)),
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a page split in two', () => {
  it('is its front matter and its body', () => {
    assert.deepEqual(splitPage('---\na: "b"\n---\n\nText\n\n---\n'), {
      frontMatter: 'a: "b"\n',
      body: 'Text\n\n---\n',
    });
    assert.deepEqual(splitPage('Text\n---\n'), { frontMatter: '', body: 'Text\n---\n' });
    assert.deepEqual(splitPage('---\nnever closed'), { frontMatter: '', body: '---\nnever closed' });
  });
});
