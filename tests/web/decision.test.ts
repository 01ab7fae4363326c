import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import { requestsOf } from '../../src/db/request-store.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { signIn } from '../support/desk.ts';
import { review, scores } from '../support/domain-examples.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const REASON = 'The account is clear, but the reviewers and I read the figures in a different way.';

describe('the pages of a decision', () => {
  let world: World;
  let served: Served;
  let cases: CaseWorld;
  let people: Record<'curator' | 'second' | 'safety' | 'first' | 'other', Staff>;
  let browser: Browser;
  let other: Browser;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    cases = new CaseWorld(world);
    people = {
      curator: cases.person('curator', 'curator'),
      second: cases.person('second', 'curator'),
      safety: cases.person('safety', 'safety'),
      first: cases.person('Asha Reviewing', 'reviewer', 'curator'),
      other: cases.person('Bela Reviewing', 'reviewer'),
    };
    browser = served.browser();
    other = served.browser();
    await signIn(world, browser, people.curator.personId);
    await signIn(world, other, people.second.personId);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  /** A case with two reviews that advise to accept it. */
  function reviewed(but: Parameters<typeof review>[0] = {}, answers = {}): SubmissionId {
    const id = cases.sent('in-mp-womens-help-desks', answers);
    const given = review({
      scores: scores(3),
      evidenceLevel: 'E3',
      strengths: 'Every step can be followed.',
      comments: { effectiveness: 'The start point is measured.' },
      requests: [],
      ...but,
    });
    cases.reviewed(id, people.curator, [
      { by: people.first, review: given },
      { by: people.other, review: given },
    ]);
    return id;
  }
  const address = (id: SubmissionId, rest = 'decision'): string =>
    `/en/${MODULE}/desk/cases/${cases.submission(id).publicId}/${rest}`;
  const press = (with_: Browser, button: string, typed: Record<string, string> = {}) =>
    with_.submit('/decision', typed, { button });
  async function decided(id: SubmissionId, outcome = 'accept', typed: Record<string, string> = {}) {
    await browser.get(`${address(id)}?outcome=${outcome}`);
    await browser.submit('/decision', typed, { button: 'preview' });
    return browser.submit('/decision', {}, { button: 'confirm' });
  }

  it('shows the advice with its reasons and the outcomes', async () => {
    const page = await browser.get(address(reviewed()));
    assert.equal(page.status, 200);
    assert.match(page.html, /The rubric advises: accept/);
    assert.match(page.html, /2 reviews count; 2 are needed/);
    for (const outcome of ['accept', 'revise', 'reject'])
      assert.ok(page.links.some(({ href }) => href.endsWith(`?outcome=${outcome}`)));
  });

  it('fills the letter from the reviews, under their letters and never their names', async () => {
    const page = await browser.get(`${address(reviewed())}?outcome=accept`);
    assert.match(page.html, /Reviewer A: Every step can be followed\./);
    assert.match(page.html, /Reviewer B: Every step can be followed\./);
    const letter = browser.form('/decision').controls.find(({ name }) => name === 'letter')?.value ?? '';
    assert.doesNotMatch(letter, /Asha|Bela/);
    assert.doesNotMatch(letter, /[\u2066-\u2069]/);
  });

  it('writes the letter in the language of the content', async () => {
    const id = cases.sent('jo-family-protection-department');
    cases.reviewed(id, people.curator, [{ by: people.first, review: review() }]);
    await browser.get(`${address(id)}?outcome=accept`);
    const { controls } = browser.form('/decision');
    assert.match(controls.find(({ name }) => name === 'letter')?.value ?? '', /^شكرًا لمشاركتكم/);
  });

  it('shows exactly what will be read before anything is decided, then decides', async () => {
    const id = reviewed();
    await browser.get(`${address(id)}?outcome=accept`);
    const preview = await press(browser, 'preview', { letter: 'We are glad to accept it.\n\nThank you.' });
    assert.equal(preview.status, 200);
    assert.match(preview.html, /We are glad to accept it\./);
    assert.equal(cases.submission(id).state, 'in_review');
    const done = await press(browser, 'confirm');
    assert.equal(done.path, `${address(id)}?done=decided`);
    assert.match(done.html, /Decided, and not told yet/);
    assert.match(done.html, /in about 30 minutes/);
    assert.equal(cases.submission(id).state, 'accepted');
    assert.equal(rulingDecision(cases.db, id)?.letter, 'We are glad to accept it.\n\nThank you.');
  });

  it('comes back from the preview with everything that was typed', async () => {
    await browser.get(`${address(reviewed())}?outcome=accept`);
    await press(browser, 'preview', { letter: 'Words of my own.', evidence: 'E1' });
    const form = await press(browser, 'edit');
    assert.match(form.html, /Words of my own\./);
    const chosen = browser.form('/decision').controls.find(({ name, chosen: on }) => name === 'evidence' && on);
    assert.equal(chosen?.value, 'E1');
  });

  it('names what is missing and keeps what was typed', async () => {
    const id = reviewed();
    await browser.get(`${address(id)}?outcome=reject`);
    const page = await press(browser, 'preview', { letter: 'Too short.', departure_reason: 'Because.' });
    assert.equal(page.status, 422);
    assert.match(page.html, /href="#letter"/);
    assert.match(page.html, /href="#departure_reason"/);
    assert.match(page.html, /Too short\./);
    assert.equal(rulingDecision(cases.db, id), undefined);
  });

  it('takes requests over from the reviews, as ticked and changed', async () => {
    const asked = [
      { field: 'results', level: 'must', editorial: false, text: 'Say how many women came.' },
      { level: 'should', editorial: true, text: 'Spell out the abbreviations.' },
    ] as const;
    const id = reviewed({ requests: asked });
    await browser.get(`${address(id)}?outcome=revise`);
    const { controls } = browser.form('/decision');
    const texts = controls.filter(({ name }) => /^requests\.\d+\.text$/.test(name)).map(({ value }) => value);
    assert.deepEqual(texts, [asked[0].text, asked[1].text, asked[0].text, asked[1].text, '']);
    const changes = {
      'requests.0.text': 'Say how many women came in each year.',
      'requests.4.text': 'One of my own.',
      'requests.4.field': 'lessons',
    };
    const untick = ['requests.1.include', 'requests.2.include', 'requests.3.include'];
    const preview = await browser.submit(
      '/decision',
      { ...changes, ...Object.fromEntries(untick.map((name) => [name, []])) },
      { button: 'preview' },
    );
    assert.equal(preview.status, 200);
    await press(browser, 'confirm');
    const rows = requestsOf(cases.db, id, 1).map(({ text, field, level }) => [text, field, level]);
    assert.deepEqual(rows, [
      ['Say how many women came in each year.', 'results', 'must'],
      ['One of my own.', 'lessons', 'must'],
    ]);
    assert.equal(cases.submission(id).state, 'revision');
  });

  it('gives one more place for a request and keeps the rest', async () => {
    await browser.get(`${address(reviewed())}?outcome=revise`);
    const form = browser.form('/decision');
    const add = form.buttons.find(({ name }) => name === 'add');
    const page = await browser.submit(form, { 'requests.0.text': 'The first.' }, { ...(add && { button: add }) });
    assert.equal(page.status, 200);
    assert.match(page.html, /The first\./);
    assert.ok(browser.form('/decision').controls.some(({ name }) => name === 'requests.1.text'));
  });

  it('goes on without a quorum only with a reason', async () => {
    const id = cases.sent();
    cases.reviewed(id, people.curator, [{ by: people.first, review: review({ evidenceLevel: 'E3' }) }]);
    await browser.get(`${address(id)}?outcome=accept`);
    const page = await press(browser, 'preview');
    assert.equal(page.status, 422);
    assert.match(page.html, /href="#override_reason"/);
    await press(browser, 'preview', { override_reason: REASON });
    await press(browser, 'confirm');
    assert.equal(cases.submission(id).state, 'accepted');
    assert.equal(rulingDecision(cases.db, id)?.reason, REASON);
  });

  it('lets one of two curators decide at once, and gives the other back every word', async () => {
    const id = reviewed();
    await browser.get(`${address(id)}?outcome=accept`);
    await other.get(`${address(id)}?outcome=accept`);
    await press(browser, 'preview');
    await press(other, 'preview', { letter: 'The words of the second curator.' });
    await press(browser, 'confirm');
    const late = await press(other, 'confirm');
    assert.equal(late.status, 409);
    assert.match(late.html, /The words of the second curator\./);
  });

  it('waits for a second curator where a risk was named, and lets the first only drop it', async () => {
    const id = reviewed({}, { risk_people: { survivors: { level: 'medium', mitigation: 'No village is named.' } } });
    const done = await decided(id);
    assert.equal(done.path, `${address(id)}?done=decision_waits`);
    assert.equal(cases.submission(id).state, 'in_review');
    assert.ok(!done.forms.some(({ action }) => action.endsWith('/second')));
    const page = await other.get(address(id));
    assert.match(page.html, /Another curator has to agree/);
    await other.submit('/decision/second');
    assert.equal(cases.submission(id).state, 'accepted');
  });

  it('is taken back and sent now', async () => {
    const id = reviewed();
    await decided(id);
    const back = await browser.submit('/decision/take-back');
    assert.equal(back.status, 200);
    assert.equal(cases.submission(id).state, 'in_review');
    await decided(id);
    const sent = await browser.submit('/decision/send-now');
    assert.match(sent.html, /The letter is on its way/);
    assert.notEqual(rulingDecision(cases.db, id)?.releasedAt, null);
    await browser.get(address(id));
    const forms = browser.page.forms.map(({ action }) => action);
    assert.ok(!forms.some((action) => action.endsWith('/take-back')));
  });

  it('rejects from screening only when the reasons are written', async () => {
    const id = cases.sent();
    const page = await browser.get(address(id));
    assert.ok(!page.links.some(({ href }) => href.endsWith('?outcome=accept')));
    await browser.get(`${address(id)}?outcome=reject`);
    const gap = await press(browser, 'preview', { category: 'scope' });
    assert.equal(gap.status, 422);
    assert.match(gap.html, /in square brackets/);
    await press(browser, 'preview', { category: 'scope', letter: `Thank you. ${REASON}` });
    await press(browser, 'confirm');
    assert.equal(cases.submission(id).state, 'rejected');
  });

  it('offers no decision under a hold, and refuses one that was under way', async () => {
    const id = reviewed();
    await browser.get(`${address(id)}?outcome=accept`);
    await press(browser, 'preview');
    cases.do((unit) => raiseHold(unit, people.curator, { submissionId: id, reason: 'A name was seen.' }));
    const late = await press(browser, 'confirm');
    assert.equal(late.status, 409);
    const page = await browser.get(address(id));
    assert.match(page.html, /This case is on hold/);
    assert.ok(!page.links.some(({ href }) => href.includes('?outcome=')));
  });

  it('does not exist for its reviewers nor for anybody who is not signed in', async () => {
    const id = reviewed();
    const reviewer = served.browser();
    await signIn(world, reviewer, people.first.personId);
    assert.equal((await reviewer.get(address(id))).status, 404);
    const nobody = await served.browser().get(address(id));
    assert.match(nobody.path, /\/sign-in/);
  });

  it('shows the safety person the decision without any button', async () => {
    const id = reviewed();
    const safety = served.browser();
    await signIn(world, safety, people.safety.personId);
    const page = await safety.get(address(id));
    assert.equal(page.status, 200);
    assert.ok(!page.links.some(({ href }) => href.includes('?outcome=')));
  });

  it('knows its methods', async () => {
    const id = reviewed();
    assert.equal((await browser.get(address(id, 'decision/second'))).status, 405);
  });
});
