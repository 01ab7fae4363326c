import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormUnfit, filledForm } from '../../src/rehearsal/filled-form.ts';
import { readPage } from '../../src/rehearsal/page-forms.ts';

const html = `<!doctype html><html><head><title>A &amp; B</title></head><body><h1>One</h1><p>two <a href="/x?a=1&amp;b=2">three</a></p>
<form method="post" action="/send"><input type="hidden" name="csrf" value="t.k"/>
<input type="text" name="title" value="&quot;old&quot;"/><textarea name="story">
first
second &lt;b&gt;</textarea>
<input type="radio" name="kind" value="a"/><input type="radio" name="kind" value="b" checked/>
<input type="checkbox" name="many" value="x" checked/><input type="checkbox" name="many" value="y"/>
<select name="one"><option value="">-</option><option value="p" selected>P</option></select>
<button type="submit">Save <b>now</b></button><button name="add" value="outcomes">Add</button></form></body></html>`;

const form = () => {
  const [found] = readPage(html).forms;
  assert.ok(found);
  return found;
};

describe('a page read without a screen', () => {
  it('has its words, its title and its links', () => {
    const page = readPage(html);
    assert.equal(page.title, 'A & B');
    assert.match(page.text, /^One two three/);
    assert.deepEqual(page.links, [{ href: '/x?a=1&b=2', text: 'three' }]);
  });

  it('sends what the form holds when nothing is typed', () => {
    assert.deepEqual(filledForm(form(), {}), [
      ['csrf', 't.k'],
      ['title', '"old"'],
      ['story', 'first\nsecond <b>'],
      ['kind', 'b'],
      ['many', 'x'],
      ['one', 'p'],
    ]);
  });

  it('sends what was typed, several choices too, and the button', () => {
    const sent = filledForm(form(), { title: 'new', many: ['x', 'y'], kind: 'a', one: '' }, 'add=outcomes');
    assert.deepEqual(sent.slice(1), [
      ['story', 'first\nsecond <b>'],
      ['title', 'new'],
      ['kind', 'a'],
      ['many', 'x'],
      ['many', 'y'],
      ['one', ''],
      ['add', 'outcomes'],
    ]);
  });

  it('refuses what a person could not do', () => {
    assert.throws(() => filledForm(form(), { titel: 'x' }), FormUnfit);
    assert.throws(() => filledForm(form(), { kind: 'c' }), FormUnfit);
    assert.throws(() => filledForm(form(), {}, 'Send'), FormUnfit);
  });
});
