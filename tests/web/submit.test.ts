import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { formValues, typePractice } from '../../src/rehearsal/type-practice.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { submissions } from '../../src/db/schema/index.ts';
import type { PageForm } from '../../src/rehearsal/page-forms.ts';
import { makeWorld, type World } from '../support/world.ts';
import { serve, type Browser, type Page, type Served } from '../support/browser.ts';

const DOOR = '/en/security-sector';
const FIRST = `${DOOR}/practice/start`;
const chosen = { language: 'en', kind: 'promising_practice', contact_channel: 'receipt_code' };

const practice = (name: string): Answers =>
  (JSON.parse(readFileSync(`examples/practices/${name}.json`, 'utf8')) as { answers: Answers }).answers;

let world: World;
let served: Served;
before(async () => {
  world = await makeWorld();
  served = await serve(world.app);
});
after(async () => {
  await served.close();
  assert.deepEqual(world.faults, []);
  world.close();
});

/** A browser in which the first page was saved. */
async function begun(typed: Record<string, string> = chosen): Promise<Browser> {
  const browser = served.browser();
  await browser.get(FIRST);
  await browser.submit('/practice/start', typed);
  return browser;
}

/** The receipt as the page shows it. */
function receiptOn(page: Page): string {
  const found = /Your receipt ((?:[0-9A-Z]{4} ){5}[0-9A-Z]{4})/.exec(page.text);
  assert.ok(found?.[1], 'the page shows a receipt');
  return found[1];
}

const draftRows = () => world.service.db.select().from(submissions).all();

describe('the door of a module', () => {
  it('says what it is and leads to the pause before the form', async () => {
    const browser = served.browser();
    const door = await browser.get(DOOR);
    assert.equal(door.status, 200);
    const pause = await browser.follow('Tell us what worked');
    assert.match(pause.text, /Do not write the name/);
    assert.match(pause.text, /safety@example\.org/);
    const first = await browser.follow('I have read this, go on');
    assert.equal(first.path, FIRST);
  });

  it('is not there for a module or a language that is not there', async () => {
    assert.equal((await served.browser().get('/en/nothing')).status, 404);
    assert.equal((await served.browser().get('/xx/security-sector')).status, 404);
  });
});

describe('the first page of the form', () => {
  it('shows the receipt and writes nothing', async () => {
    const before = draftRows().length;
    const page = await served.browser().get(FIRST);
    assert.match(receiptOn(page), /^[0-9A-Z ]{29}$/);
    assert.equal(draftRows().length, before);
  });

  it('keeps the text from then on: the receipt that it showed opens it in another browser', async () => {
    const browser = served.browser();
    const receipt = receiptOn(await browser.get(FIRST));
    await browser.submit('/practice/start', chosen);
    const other = served.browser();
    await other.get(`${DOOR}/receipt`);
    const status = await other.submit('/receipt', { code: receipt.toLowerCase().replaceAll('0', 'o') });
    assert.equal(status.path, `${DOOR}/my`);
    const again = await other.get(FIRST);
    assert.equal(
      again.forms[0]?.controls.find(({ name, value }) => name === 'language' && value === 'en')?.chosen,
      true,
    );
  });

  it('is one draft however often it is sent', async () => {
    const browser = served.browser();
    const receipt = receiptOn(await browser.get(FIRST));
    const form = browser.form('/practice/start');
    const before = draftRows().length;
    await browser.submit(form, chosen);
    const second = await browser.submit(await afterForgetting(browser, form), { ...chosen, kind: 'case_study' });
    assert.equal(second.path, `${DOOR}/practice/reach`);
    assert.equal(receiptOn(second), receipt);
    assert.equal(draftRows().length, before + 1);
    assert.equal(draftRows().at(-1)?.kind, 'case_study');
  });

  it('begins a second text beside the first, whose receipt it shows once more before', async () => {
    const browser = await begun();
    const first = receiptOn(browser.page);
    const count = draftRows().length;
    const pause = await browser.get(`${DOOR}/before-you-start`);
    assert.ok(pause.text.includes(first.replaceAll(' ', '-')));
    const beside = await browser.follow('I have read this, go on');
    assert.notEqual(receiptOn(beside), first);
    const saved = await browser.submit('/practice/start', { ...chosen, kind: 'tool' });
    const back = await browser.get(beside.path);
    assert.equal(receiptOn(back), receiptOn(saved));
    assert.equal(draftRows().length, count + 1);
  });

  it('asks for the receipt where a browser begins in the middle', async () => {
    const page = await served.browser().get(`${DOOR}/practice/story`);
    assert.equal(page.path, `${DOOR}/receipt`);
  });

  it('knows no page that the form does not have', async () => {
    assert.equal((await served.browser().get(`${DOOR}/practice/nothing`)).status, 404);
  });
});

/** A form that was open while its browser lost all cookies, with a token that is good again. */
async function afterForgetting(browser: Browser, form: PageForm): Promise<PageForm> {
  browser.forgetCookies();
  await browser.get(DOOR);
  const token = browser.form('/receipt').controls.find(({ name }) => name === 'csrf');
  assert.ok(token);
  return { ...form, controls: form.controls.map((one) => (one.name === 'csrf' ? token : one)) };
}

describe('a page of the form', () => {
  it('asks on the next page what an answer has made necessary', async () => {
    const byMail = await begun({ ...chosen, contact_channel: 'email' });
    assert.ok(byMail.form('/practice/reach').controls.some(({ name }) => name === 'contact_email'));
    const byCode = await begun();
    assert.ok(!byCode.form('/practice/reach').controls.some(({ name }) => name === 'contact_email'));
  });

  it('saves what is wrong too, says so, and lets the person go on', async () => {
    const browser = await begun({ ...chosen, contact_channel: 'email' });
    const shown = await browser.submit('/practice/reach', { contact_email: 'no address', attribution: 'anonymous' });
    assert.equal(shown.status, 422);
    assert.match(shown.text, /There is something to mend/);
    assert.match(shown.text, /Your e-mail address – This is not a full e-mail address/);
    const on = await browser.submit('/practice/reach', {}, { button: 'go=anyway' });
    assert.equal(on.path, `${DOOR}/practice/naming`);
    const back = await browser.get(`${DOOR}/practice/reach`);
    assert.equal(valueOf(back, 'contact_email'), 'no address');
  });

  it('keeps contact data apart from the text', async () => {
    const browser = await begun({ ...chosen, contact_channel: 'email' });
    await browser.submit('/practice/reach', { contact_email: 'canary@contact.example', attribution: 'anonymous' });
    const { $client } = world.service.db;
    const inText = $client.prepare("select count(*) from drafts where answers like '%canary@%'").pluck().get();
    const inContact = $client.prepare("select count(*) from contacts where answers like '%canary@%'").pluck().get();
    assert.deepEqual([inText, inContact], [0, 1]);
  });

  it('gives room for one more entry and keeps what was typed', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/practice/people`);
    const typed = { 'participants.0.group': 'Women officers', 'participants.0.number': '12' };
    const grown = await browser.submit('/practice/people', typed, { button: 'add=participants' });
    assert.equal(valueOf(grown, 'participants.0.group'), 'Women officers');
    assert.equal(valueOf(grown, 'participants.1.group'), '');
  });

  it('shows both texts when another window has saved the same page', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/practice/story`);
    const second = browser.form('/practice/story');
    await browser.submit('/practice/story', { problem: 'Written in the first window' }, { button: 'go=check' });
    const conflict = await browser.submit(second, { problem: 'Written in the second window' });
    assert.equal(conflict.status, 409);
    assert.match(conflict.text, /Written in the first window/);
    assert.equal(valueOf(conflict, 'problem'), 'Written in the second window');
    await browser.submit('/practice/story', {}, { button: 'go=next' });
    const saved = await browser.get(`${DOOR}/practice/story`);
    assert.equal(valueOf(saved, 'problem'), 'Written in the second window');
  });

  it('is not disturbed by another window on another page', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/practice/story`);
    const story = browser.form('/practice/story');
    await browser.get(`${DOOR}/practice/future`);
    await browser.submit('/practice/future', { sustainability: 'It goes on' }, { button: 'go=check' });
    const saved = await browser.submit(story, { problem: 'Typed meanwhile' }, { button: 'go=check' });
    assert.equal(saved.status, 200);
  });

  it('gives the text back when the browser has forgotten the receipt', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/practice/story`);
    const story = browser.form('/practice/story');
    const answer = await browser.submit(await afterForgetting(browser, story), { problem: 'Nobody must lose this' });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Nobody must lose this/);
  });

  it('stays the same draft in the other language', async () => {
    const browser = await begun();
    const arabic = await browser.get(`/ar/security-sector/practice/start`);
    assert.match(arabic.html, /<html lang="ar" dir="rtl"/);
    assert.equal(arabic.forms[0]?.controls.find(({ value }) => value === 'promising_practice')?.chosen, true);
  });

  it('shows where to come back when it is saved for later', async () => {
    const browser = await begun();
    const kept = await browser.submit('/practice/reach', { attribution: 'anonymous' }, { button: 'go=later' });
    assert.equal(kept.path, `${DOOR}/kept`);
    assert.match(kept.text, /25 November 2027/);
    assert.match(kept.text, /http:\/\/127\.0\.0\.1:3000\/en\/security-sector\/receipt/);
  });
});

const valueOf = (page: Page, name: string): string | undefined =>
  page.forms.flatMap(({ controls }) => controls).find((control) => control.name === name)?.value;

describe('a receipt', () => {
  const answers: [string, string, RegExp][] = [
    ['nothing', '', /Please type your receipt/],
    ['a word', 'hello', /24 letters and digits/],
    ['one wrong character', '0000-0000-0000-0000-0000-0001', /One of the characters is not right/],
    ['a code that never was', '0000-0000-0000-0000-0000-0000', /We cannot find this code/],
  ];
  for (const [what, code, says] of answers) {
    it(`is refused with ${what}, which stays to be mended`, async () => {
      const browser = served.browser();
      await browser.get(`${DOOR}/receipt`);
      const page = await browser.submit('/receipt', { code });
      assert.equal(page.status, 422);
      assert.match(page.text, says);
      assert.equal(valueOf(page, 'code'), code);
    });
  }

  it('is forgotten by a browser that leaves', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/my`);
    await browser.submit('/my/leave');
    assert.equal((await browser.get(`${DOOR}/my`)).path, `${DOOR}/receipt`);
  });
});

describe('the check page', () => {
  it('lists what is missing, each with the way to it, and does not send', async () => {
    const browser = await begun();
    const check = await browser.get(`${DOOR}/check`);
    assert.match(check.text, /things are missing before you can send/);
    assert.ok(check.links.some(({ href }) => href === `${DOOR}/practice/about#title`));
    const refused = await browser.submit('/send', { licence: 'cc_by_4_0', rights_attest: 'yes' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /agree to publication once I have seen the final page – Please tick this/);
    const ticked = refused.forms[0]?.controls.find(({ name }) => name === 'rights_attest');
    assert.equal(ticked?.chosen, true);
  });

  it('wants every place that may identify somebody to be looked at', async () => {
    const answers = { ...practice('rw-isange-one-stop-centres') };
    const sustainability = 'Ask the survivor, Amara Kellandine, on +44 7700 900123.';
    const browser = await typed({ ...answers, sustainability });
    assert.match(browser.page.text, /7700 900123/);
    const ticks = confirmed(answers);
    const refused = await browser.submit('/send', ticks);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /tick this box/);
    const sent = await browser.submit('/send', { ...ticks, checked: 'yes' });
    assert.equal(sent.path, `${DOOR}/sent`);
  });

  it('never sends the receipt itself, however it is written', async () => {
    const answers = practice('rw-isange-one-stop-centres');
    const browser = await typed(answers);
    const receipt = receiptOn(await browser.get(`${DOOR}/check`));
    await browser.get(`${DOOR}/practice/future`);
    await browser.submit(
      '/practice/future',
      { sustainability: `Code ${receipt.toLowerCase()}` },
      { button: 'go=check' },
    );
    const check = await browser.get(`${DOOR}/check`);
    assert.match(check.text, /Your receipt stands in the text/);
    const ticks = Object.entries(confirmed(answers)).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const csrf = browser.form('/send').controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const refused = await browser.post(`${DOOR}/send`, [...ticks, ['csrf', csrf], ['checked', 'yes']]);
    assert.equal(refused.status, 422);
  });

  it('asks before the own address becomes public', async () => {
    const answers = practice('rw-isange-one-stop-centres');
    const browser = await typed({ ...answers, sustainability: 'Write to Desk@Contributor-Four.example for more.' });
    assert.match(browser.page.text, /is your own e-mail address/);
    const form = browser.form('/send');
    const refused = await browser.submit(form, confirmed(answers));
    assert.equal(refused.status, 422);
    const sent = await browser.submit('/send', { ...confirmed(answers), checked: 'yes' });
    assert.equal(sent.path, `${DOOR}/sent`);
  });
});

/** What is ticked and chosen on the check page. */
const confirmed = (answers: Answers): Record<string, readonly string[]> => {
  const values = formValues(answers);
  return Object.fromEntries(world.module.form.confirmations.map((id) => [id, values.get(id) ?? []]));
};

/** A browser at the check page of a practice that was typed in. */
async function typed(answers: Answers): Promise<Browser> {
  const browser = served.browser();
  await browser.get(FIRST);
  await typePractice(browser, answers);
  assert.equal(browser.page.path, `${DOOR}/check`);
  return browser;
}

describe('sending', () => {
  it('keeps every answer of a practice as it was typed, contact data apart', async () => {
    const answers = practice('in-ka-police-training-manual');
    const browser = await typed(answers);
    await browser.submit('/send', confirmed(answers));
    const { $client } = world.service.db;
    const id = draftRows().at(-1)?.id;
    const frozen = $client.prepare('select answers from versions where submission_id = ?').pluck().get(id) as string;
    const sealed = $client.prepare('select answers from contacts where submission_id = ?').pluck().get(id) as string;
    const kept = { ...(JSON.parse(frozen) as object), ...(JSON.parse(sealed) as object) };
    const plain = (of: Answers) => [...formValues(of)].filter(([, values]) => values.join('') !== '').sort();
    assert.deepEqual(plain(kept as Answers), plain(answers));
    assert.doesNotMatch(frozen, /contact_/);
  });

  it('is one submission however often it is pressed, and another text is refused', async () => {
    const answers = practice('pk-rozan-rabta');
    const browser = await typed(answers);
    const form = browser.form('/send');
    const ticks = confirmed(answers);
    const sent = await browser.submit(form, ticks);
    assert.equal(sent.way[0]?.status, 303);
    assert.match(sent.text, /A curator reads it by 2 December 2026/);
    const again = await browser.submit(form, ticks);
    assert.equal(again.path, `${DOOR}/sent`);
    assert.equal(receiptOn(again), receiptOn(sent));
    const other = await browser.submit(form, { ...ticks, licence: 'cc0_1_0' });
    assert.equal(other.status, 409);
    const versions = world.service.db.$client
      .prepare('select count(*) from versions where submission_id = ?')
      .pluck()
      .get(draftRows().at(-1)?.id);
    assert.equal(versions, 1);
  });

  it('closes the form: it is being read now', async () => {
    const answers = practice('pk-rozan-rabta');
    const browser = await typed(answers);
    const check = browser.form('/send');
    await browser.get(`${DOOR}/practice/story`);
    const story = browser.form('/practice/story');
    await browser.submit(check, confirmed(answers));
    assert.equal((await browser.get(`${DOOR}/practice/story`)).path, `${DOOR}/my`);
    const late = await browser.submit(story, { problem: 'A thought that came too late' });
    assert.equal(late.status, 409);
    assert.match(late.text, /A thought that came too late/);
  });

  it('stops a text for safety when its own answers say that somebody is at risk', async () => {
    const answers = practice('lr-women-children-protection-section');
    const browser = await typed(answers);
    const sent = await browser.submit('/send', confirmed(answers));
    assert.match(sent.text, /our safety person reads it first, by 27 November 2026/);
    assert.equal(draftRows().at(-1)?.held, true);
  });

  it('is a form post and nothing else', async () => {
    const answer = await served.browser().get(`${DOOR}/send`);
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'POST');
  });
});

describe('the quick exit', () => {
  it('forgets everything and leaves for an ordinary site', async () => {
    const browser = await begun();
    const away = await browser.get('/exit');
    assert.equal(away.status, 303);
    assert.equal(away.headers.get('location'), 'https://www.wikipedia.org/');
    assert.equal(browser.cookie('fieldstone-draft'), undefined);
    assert.match(away.headers.get('clear-site-data') ?? '', /cookies/);
  });

  it('is no way for another site to sign people out', async () => {
    const browser = await begun();
    await browser.get('/exit', { 'sec-fetch-site': 'cross-site' });
    assert.notEqual(browser.cookie('fieldstone-draft'), undefined);
  });
});

describe('two texts in one browser', () => {
  /** A page of the first text stays open while the browser begins a second one beside it. */
  async function besideAnOpenPage(path: string): Promise<{ browser: Browser; open: PageForm; count: number }> {
    const browser = await begun();
    await browser.get(path);
    const open = browser.form(path.slice(DOOR.length));
    await browser.get(`${DOOR}/before-you-start`);
    await browser.follow('I have read this, go on');
    await browser.submit('/practice/start', { ...chosen, kind: 'tool' });
    return { browser, open, count: draftRows().length };
  }

  it('never saves a page of one into the other, and gives its words back', async () => {
    const { browser, open } = await besideAnOpenPage(`${DOOR}/practice/story`);
    const answer = await browser.submit(open, { problem: 'Belongs to the first text' });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Belongs to the first text/);
    const second = await browser.get(`${DOOR}/practice/story`);
    assert.equal(valueOf(second, 'problem'), '');
  });

  it('never deletes one with the button of the other', async () => {
    const { browser, open, count } = await besideAnOpenPage(`${DOOR}/my/discard`);
    assert.equal((await browser.submit(open)).status, 403);
    assert.equal(draftRows().length, count);
  });

  it('never sends one with the button of the other', async () => {
    const browser = await begun();
    await browser.get(`${DOOR}/check`);
    const open = browser.form('/send');
    const answers = practice('pk-rozan-rabta');
    await browser.get(`${DOOR}/before-you-start`);
    await browser.follow('I have read this, go on');
    await typePractice(browser, answers);
    assert.equal((await browser.submit(open, confirmed(answers))).status, 403);
    assert.equal(draftRows().at(-1)?.state, 'draft');
  });
});
