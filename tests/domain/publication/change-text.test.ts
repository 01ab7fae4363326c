import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeText, changeTitle } from '../../../src/domain/publication/change-text.ts';
import { contentKey } from '../../../src/domain/publication/page-key.ts';
import { isPublicId } from '../../../src/domain/publication/public-id.ts';
import { hostileText } from './hostile-text.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const words = { opening: 'See https://f.example/c/1', facts: ['Evidence level E2'], checklist: ['Read it'] };
const change = (publicTitle: string, kind: 'publish' | 'take_down' = 'publish') =>
  changeText({ publicId: 'P-K7Q2M', number: 2, contentKey: 'abc', kind, publicTitle, words });

describe('the texts around a change', () => {
  it('are a function of what is published', () => {
    assert.deepEqual(change('Desks for women'), {
      branch: 'practice/P-K7Q2M/p2',
      title: 'Practice P-K7Q2M: Desks for women',
      body: 'See https://f.example/c/1\n\n- Evidence level E2\n\n- [ ] Read it\n',
      message: 'Add practice P-K7Q2M\n\nPractice-Key: P-K7Q2M/p2/abc\n',
      key: 'P-K7Q2M/p2/abc',
    });
    assert.match(change('x', 'take_down').message, /^Remove practice P-K7Q2M\n\n/u);
  });

  it('mention nobody, close nothing, and hold no markup', () => {
    assert.equal(
      changeTitle('Desks @team closes #12 GH-3 <!-- x --> [y](z)'),
      'Desks team closes 12 GH 3 -- x -- y (z)',
    );
    assert.equal(changeTitle('codeGH-12'), 'codeGH 12');
    assert.equal(changeTitle('See WWW.example.org'), 'See www example.org');
    fc.assert(
      fc.property(hostileText, (title) => {
        assert.doesNotMatch(change(title).title, /[@#[\]!\\<>*`\n\u202E\u200B]|GH-\d/u);
        assert.ok(change(title).title.length < 200);
        assert.doesNotMatch(change(title).message, /\n(?!\n?Practice-Key: P-K7Q2M\/p2\/abc\n|$)/u);
      }),
    );
  });
});

describe('the key of some content', () => {
  const files = [
    { path: 'a', text: 'one' },
    { path: 'b', text: 'two' },
  ];
  it('is the same in any order, and another for any other byte or path', () => {
    const key = contentKey(files, sha256);
    assert.equal(contentKey([...files].reverse(), sha256), key);
    const others = [
      files.slice(0, 1),
      [{ path: 'a', text: 'one ' }, ...files.slice(1)],
      files.map((f) => ({ ...f, path: `${f.path}x` })),
    ];
    assert.equal(new Set([key, ...others.map((other) => contentKey(other, sha256))]).size, 4);
  });
});

describe('a public id', () => {
  it('has five characters that are not mistaken for others', () => {
    assert.deepEqual(['P-K7Q2M', 'P-K7Q2I', 'P-k7q2m', 'P-K7Q2', 'P-K7Q2M\n'].map(isPublicId), [
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
