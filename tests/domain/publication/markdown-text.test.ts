import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { cleanText } from '../../../src/domain/publication/clean-text.ts';
import { markdownLine, markdownLink, markdownText } from '../../../src/domain/publication/markdown-text.ts';
import { hostileText } from './hostile-text.ts';

// As a generator of sites might be set: raw HTML and bare links on.
const reader = MarkdownIt({ html: true, linkify: false });
const harmless = new Set(
  'paragraph_open paragraph_close inline text softbreak hardbreak text_special ordered_list_open ordered_list_close bullet_list_open bullet_list_close list_item_open list_item_close'.split(
    ' ',
  ),
);

interface Shown {
  readonly kinds: readonly string[];
  readonly words: string;
}

/** What a reader of the Markdown sees, without white space, list marks included. */
function shown(markdown: string): Shown {
  const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const words = tokens.map((token) => {
    if (token.type === 'list_item_open') return token.info === '' ? '-' : `${token.info}.`;
    return token.type === 'text' || token.type === 'text_special' ? token.content : '';
  });
  return { kinds: tokens.map((token) => token.type), words: squeezed(words.join('')) };
}

const squeezed = (text: string): string => text.replace(/\s/gu, '');
const wanted = (text: string): string => squeezed(cleanText(text).replace(/^[ \t]*[•*-][ \t]+(?=\S)/gmu, '- '));

describe('text of a person as Markdown', () => {
  it('shows the same words and does nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = markdownText(text);
        const { kinds, words } = shown(markdown);
        assert.equal(words, wanted(text));
        assert.deepEqual(
          kinds.filter((kind) => !harmless.has(kind)),
          [],
        );
        assert.doesNotMatch(markdown, /[{}<>]|^\s*(?:---|\+\+\+)/mu);
      }),
      { numRuns: 5000 },
    );
  });

  it('shows one line of it in a cell, a heading or an entry', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { kinds, words } = shown(`# ${markdownLine(text)}`);
        assert.equal(words, squeezed(cleanText(text)));
        assert.deepEqual(
          kinds.filter((kind) => !harmless.has(kind)),
          ['heading_open', 'heading_close'],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps paragraphs, line breaks, numbered steps and dashes', () => {
    const text = 'First.\nSame paragraph.\n\n1. One\n2. Two\ngoes on\n\n- dash\n• dot';
    assert.equal(markdownText(text), 'First.  \nSame paragraph.\n\n1. One\n2. Two  \n   goes on\n\n- dash\n- dot');
  });

  it('lets a numbered line stay text when the numbers do not follow each other', () => {
    assert.equal(markdownText('1. One\n5. Five'), '1. One  \n   5\\. Five');
    assert.equal(markdownText('1998. The beginning'), '1998\\. The beginning');
  });

  it('makes a link of http and https alone', () => {
    assert.equal(markdownLink('https://a.example/x?y=1&z=(2)'), '<https://a.example/x?y=1&z=(2)>');
    assert.equal(markdownLink('https://a.example/{{x}}> <b>'), '<https://a.example/%7B%7Bx%7D%7D%3E%20%3Cb%3E>');
    assert.equal(markdownLink('javascript:alert(1)'), 'javascript:alert(1)');
    assert.equal(markdownLink('not a link <b>'), 'not a link &lt;b&gt;');
  });
});
