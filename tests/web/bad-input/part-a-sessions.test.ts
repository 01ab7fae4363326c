import assert from 'node:assert/strict';
import { it } from 'node:test';
import { badInput, CASE, signIn, stored, STORY, TEXT } from '../../support/bad-input.ts';
import { DOOR } from '../../support/bad-line.ts';

badInput('A, sessions', [], (ground) => {
  it('A8: takes no text of a curator with it, and the same form works after signing in again', async () => {
    const { curator, desk } = await ground();
    const browser = await curator();
    await browser.get(`${CASE}/notes`);
    const form = browser.form('/notes');
    const signOut = browser.form('/sign-out');
    await browser.submit(signOut);
    const before = stored({ desk });
    const page = await browser.get('/en/sign-in');
    const csrf = page.forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const answer = await browser.post(`${CASE}/notes`, [
      ['csrf', csrf],
      ['text', TEXT],
    ]);
    assert.equal(answer.status, 403);
    assert.match(answer.text, new RegExp(TEXT));
    assert.match(answer.text, /You were signed out/);
    assert.deepEqual(stored({ desk }), before);
    assert.ok(form.controls.some(({ name }) => name === 'text'));
    const again = answer.forms.find(({ action }) => action.endsWith('/notes'));
    assert.ok(again);
    await signIn(desk, browser);
    const stale = await browser.submit(again);
    assert.equal(stale.status, 403);
    const noted = await browser.submit('/notes');
    assert.equal(noted.status, 200);
    assert.match(noted.text, new RegExp(TEXT));
  });

  it('A8: sends somebody without a text to sign in', async () => {
    const { curator } = await ground();
    const browser = await curator();
    await browser.get(CASE);
    await browser.submit('/sign-out');
    const page = await browser.get(`${CASE}/notes`);
    assert.equal(page.path, '/en/sign-in');
  });

  it('A1: takes no words of a submitter with it', async () => {
    const { line } = await ground();
    await line.browser.get(`${DOOR}/my`);
    await line.browser.submit('/my/leave');
    const csrf = await line.hidden(`${DOOR}/receipt`);
    for (const path of [`${DOOR}/my/appeal`, `${DOOR}/my/revision`, `${DOOR}/my/page`]) {
      const answer = await line.post(path, { ...csrf, text: TEXT });
      assert.equal(answer.status, 403, path);
      assert.match(answer.text, new RegExp(TEXT), path);
    }
  });

  it('A7: is a new one after each sign-in, and the old one opens nothing', async () => {
    const { curator, desk } = await ground();
    const browser = await curator();
    const [sid, pre] = [browser.cookie('fieldstone-sid'), browser.cookie('fieldstone-pre')];
    await browser.get(CASE);
    await browser.submit('/sign-out');
    await signIn(desk, browser);
    assert.notEqual(browser.cookie('fieldstone-sid'), sid);
    assert.notEqual(browser.cookie('fieldstone-pre'), pre);
    const old = await desk.served.browser({ cookie: `fieldstone-sid=${sid ?? ''}` }).get(CASE);
    assert.equal(old.path, '/en/sign-in');
  });

  it('gives back short words too, and nothing that the form said about itself', async () => {
    const { line } = await ground();
    const hidden = await line.hidden(STORY);
    const answer = await line.post(`${DOOR}/practice/nothing`, { ...hidden, problem: 'Short words.' });
    assert.equal(answer.status, 404);
    assert.match(answer.text, /Short words\./);
    assert.ok(!answer.text.includes(hidden['seen'] ?? '?'));
    assert.ok(!answer.text.includes(hidden['asked'] ?? '?'));
  });
});
