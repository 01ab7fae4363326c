import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as act from '../../src/demonstration/steps.ts';
import { filledForm } from '../../src/rehearsal/filled-form.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { signIn } from '../support/desk.ts';
import { PlayedCase } from '../support/played-case.ts';
import { updateAnswers } from '../support/update-answers.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const FORM = `/en/${MODULE}/practice`;

describe('an update of a published page', () => {
  let world: World;
  let served: Served;
  let original: PlayedCase;
  let id: string;
  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    original = await (await PlayedCase.sent(world)).published();
    id = original.submission().publicId;
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  /** Says that it is an update; the page that asks which is next. */
  async function begun(kind = 'update'): Promise<Browser> {
    const browser = served.browser();
    await browser.get(`${FORM}/start`);
    const next = await browser.submit('/practice/start', { language: 'ar', kind, contact_channel: 'receipt_code' });
    assert.equal(next.path, `${FORM}/update_of`);
    return browser;
  }

  it('names a page from the list of those that are online, and sees it on every page from then on', async () => {
    const browser = await begun();
    const asked = await browser.get(`${FORM}/update_of`);
    assert.match(asked.text, new RegExp(`${id} · `, 'u'));
    const next = await browser.submit('/practice/update_of', { updates: id });
    assert.equal(next.path, `${FORM}/what_is_new`);
    const problem = original.typed('problem').slice(0, 30);
    for (const page of ['what_is_new', 'about', 'story', 'risk']) {
      const shown = await browser.get(`${FORM}/${page}`);
      assert.match(shown.text, /The page as it is now/u, page);
      assert.equal(shown.text.includes(problem), true, page);
    }
    assert.doesNotMatch((await browser.get(`${FORM}/the_tool`)).text, /must be filled/u);
  });

  it('is told at the field that there is no such page, and keeps what was typed', async () => {
    for (const unknown of ['P-ZZZZZ', 'not one']) {
      const browser = await begun('correction');
      // A number that is in no list is typed where the list was left.
      const form = browser.page.forms.find(({ action }) => action.endsWith('/update_of'));
      assert.ok(form);
      const typed = filledForm(form, {});
      const held = await browser.post(form.action, [
        ...typed.filter(([name]) => name !== 'updates'),
        ['updates', unknown],
      ]);
      assert.equal(held.status, 422);
      assert.match(held.text, /No page with this number is online/u);
      assert.equal(held.html.includes(`value="${unknown}"`), true);
      assert.doesNotMatch(held.text, /The page as it is now/u);
    }
  });

  it('shows its curator what becomes different, and the first writer that and when it landed', async () => {
    const life = await (await original.another('update', updateAnswers(id))).accepted();
    const { stage, played, curators } = life;
    const staff = served.browser();
    await signIn(world, staff, curators.first.personId);
    const desk = `/en/${MODULE}/desk/cases/${life.submission().publicId}/page`;
    const panel = await staff.get(desk);
    assert.match(panel.text, /What becomes different/u);
    assert.match(panel.html, /class="added"[^>]*>.*أُغلق فرع/u);
    await life.agreed();
    await world.service.worker.lookNow();
    await act.merge(stage, played, curators.first, 0);
    const own = served.browser();
    await own.get(`/en/${MODULE}/receipt`);
    const status = await own.submit('/receipt', { code: original.played.receipt });
    assert.match(status.text, /An update of the page went online on/u);
  });

  it('tells its curator why it cannot be offered while another is on its way', async () => {
    const first = await (await original.another('first', updateAnswers(id))).accepted();
    const second = await (await original.another('second', updateAnswers(id))).accepted();
    await first.agreed();
    const staff = served.browser();
    await signIn(world, staff, second.curators.first.personId);
    const panel = await staff.get(`/en/${MODULE}/desk/cases/${second.submission().publicId}/page`);
    assert.match(panel.text, /Another change of this page is on its way/u);
    assert.doesNotMatch(panel.text, /Offer this page/u);
  });
});
