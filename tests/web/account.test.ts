import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person, signIn } from '../support/desk.ts';
import { KeptMail, makeWorld, MODULE, type World } from '../support/world.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { closeAccount } from '../../src/usecases/people/close-account.ts';

describe('signing in', () => {
  let world: World;
  let served: Served;
  const mail = new KeptMail();

  before(async () => {
    world = await makeWorld({ mailer: mail, demonstration: false });
    served = await serve(world.app);
    await person(world, 'Amira Haddad', ['curator']);
    await world.service.worker.lookNow();
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  const ADDRESS = 'amira.haddad@amira-haddad.example';

  async function ask(browser: Browser, address = ADDRESS): Promise<{ link: string; code: string }> {
    const before = mail.sent.length;
    await browser.get('/en/sign-in');
    const page = await browser.submit('/sign-in', { address });
    assert.equal(page.path, '/en/sign-in/code');
    await world.service.worker.lookNow();
    const letter = mail.sent.slice(before).at(-1);
    const link = /\/(?:en|ar)\/t\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
    const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(letter?.text ?? '')?.[0] ?? '';
    return { link, code };
  }

  it('lets somebody in with the link of the letter, after scanners have opened it', async () => {
    const browser = served.browser();
    const { link } = await ask(browser);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const scanned = await fetch(served.url + link, { method });
      assert.equal(scanned.status, 200);
    }
    const page = await browser.get(link);
    assert.match(page.html, /a•••@amira-haddad\.example/);
    const done = await browser.submit(link);
    assert.equal(done.status, 200);
    assert.equal(done.path, `/en/${MODULE}/desk`);
  });

  it('lets a link do its work once', async () => {
    world.clock.pass({ minutes: 61 });
    const browser = served.browser();
    const { link } = await ask(browser);
    await browser.get(link);
    await browser.submit(link);
    const again = await browser.get(link);
    assert.equal(again.status, 410);
  });

  it('lets two presses of an operator’s button in once', async () => {
    const id = await person(world, 'Olga Petrova', ['curator']);
    const token = await world.service.write((unit) => makeOperatorLink(unit, { personId: id, minutes: 10 }));
    const [first, second] = [served.browser(), served.browser()];
    for (const browser of [first, second]) await browser.get(`/en/t/${token}`);
    assert.equal((await first.submit(`/t/${token}`)).status, 200);
    assert.equal((await second.submit(`/t/${token}`)).status, 410);
  });

  it('gives new cookies for the session and for forms', async () => {
    world.clock.pass({ minutes: 61 });
    const browser = served.browser();
    const { code } = await ask(browser);
    const pre = browser.cookie('fieldstone-pre');
    await browser.submit('/sign-in/code', { code });
    assert.notEqual(browser.cookie('fieldstone-pre'), pre);
    assert.notEqual(browser.cookie('fieldstone-sid'), undefined);
  });

  it('does not sign another browser in, neither by looking nor by pressing', async () => {
    world.clock.pass({ minutes: 61 });
    const { link } = await ask(served.browser());
    const other = served.browser();
    const page = await other.get(link);
    assert.equal(page.status, 200);
    assert.equal(page.forms.length, 0);
    await other.get('/en/sign-in');
    const csrf = other.form('/sign-in').controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const pressed = await other.post(link, [['csrf', csrf]]);
    assert.equal(pressed.status, 403);
    assert.equal(other.cookie('fieldstone-sid'), undefined);
  });

  it('takes the code in the browser that asked, however it is typed', async () => {
    world.clock.pass({ minutes: 61 });
    const browser = served.browser();
    const { code } = await ask(browser);
    const done = await browser.submit('/sign-in/code', { code: ` ${code.toLowerCase().replace('-', ' ')} ` });
    assert.equal(done.path, `/en/${MODULE}/desk`);
  });

  it('burns a code after five wrong ones', async () => {
    world.clock.pass({ minutes: 61 });
    const browser = served.browser();
    const { code } = await ask(browser);
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await browser.submit('/sign-in/code', { code: 'AAAA-0000' });
      assert.equal(wrong.status, 422);
    }
    const late = await browser.submit('/sign-in/code', { code });
    assert.equal(late.status, 422);
  });

  it('ends a link and its code after ten minutes', async () => {
    world.clock.pass({ minutes: 61 });
    const browser = served.browser();
    const { link, code } = await ask(browser);
    world.clock.pass({ minutes: 11 });
    assert.equal((await browser.submit('/sign-in/code', { code })).status, 422);
    assert.equal((await browser.get(link)).status, 410);
  });

  it('answers alike for an unknown address, and writes to nobody', async () => {
    world.clock.pass({ minutes: 61 });
    const [known, unknown] = [served.browser(), served.browser()];
    await ask(known);
    const sent = mail.sent.length;
    await ask(unknown, 'nobody@example.org');
    assert.equal(mail.sent.length, sent);
    const bare = (html: string): string => html.replace(/value="[^"]*"/g, '');
    assert.equal(bare(known.page.html), bare(unknown.page.html));
  });

  it('writes three letters an hour to one address at most', async () => {
    world.clock.pass({ minutes: 61 });
    const sent = mail.sent.length;
    for (let asked = 0; asked < 5; asked += 1) await ask(served.browser());
    assert.equal(mail.sent.length - sent, 3);
  });

  it('shows a form again that holds no address', async () => {
    const browser = served.browser();
    await browser.get('/en/sign-in');
    const page = await browser.submit('/sign-in', { address: 'a@x.org, evil@x.org' });
    assert.equal(page.status, 422);
    assert.match(page.html, /a@x\.org, evil@x\.org/);
  });

  it('lets an operator’s link in from any browser, once', async () => {
    const id = await person(world, 'Jonas Weber', ['curator']);
    const browser = served.browser();
    await signIn(world, browser, id, 'ar');
    assert.equal(browser.page.path, `/ar/${MODULE}/desk`);
    assert.equal(browser.page.status, 200);
  });

  it('signs out by a form alone, and the session is gone', async () => {
    const browser = served.browser();
    await signIn(world, browser, await person(world, 'Lena Brandt', ['curator']));
    const sid = browser.cookie('fieldstone-sid') ?? '';
    assert.equal((await browser.get('/en/sign-out')).status, 405);
    await browser.get(`/en/${MODULE}/desk`);
    await browser.submit('/sign-out');
    const old = await fetch(`${served.url}/en/${MODULE}/desk`, {
      redirect: 'manual',
      headers: { cookie: `fieldstone-sid=${sid}` },
    });
    assert.equal(old.status, 303);
  });

  it('ends a session after half an hour without a page, and keeps one in use', async () => {
    const browser = served.browser();
    await signIn(world, browser, await person(world, 'Noor Salem', ['curator']));
    for (let turns = 0; turns < 3; turns += 1) {
      world.clock.pass({ minutes: 20 });
      assert.equal((await browser.get(`/en/${MODULE}/desk`)).path, `/en/${MODULE}/desk`);
    }
    world.clock.pass({ minutes: 31 });
    assert.equal((await browser.get(`/en/${MODULE}/desk`)).path, '/en/sign-in');
  });

  it('ends a session after twelve hours, however busy', async () => {
    const browser = served.browser();
    await signIn(world, browser, await person(world, 'Kofi Annor', ['curator']));
    for (let turns = 0; turns < 35; turns += 1) {
      world.clock.pass({ minutes: 20 });
      await browser.get(`/en/${MODULE}/desk`);
    }
    assert.equal(browser.page.path, `/en/${MODULE}/desk`);
    world.clock.pass({ minutes: 21 });
    assert.equal((await browser.get(`/en/${MODULE}/desk`)).path, '/en/sign-in');
  });

  it('throws a closed account out at once, and lets it in no more', async () => {
    const id = await person(world, 'Mara Voss', ['reviewer', 'curator']);
    const browser = served.browser();
    await signIn(world, browser, id);
    await world.service.write((unit) =>
      closeAccount(unit, { kind: 'service' }, { module: MODULE, personId: id, closed: true }),
    );
    assert.equal((await browser.get(`/en/${MODULE}/desk`)).path, '/en/sign-in');
    await world.service.worker.lookNow();
    const sent = mail.sent.length;
    await ask(served.browser(), 'mara.voss@mara-voss.example');
    assert.equal(mail.sent.length, sent);
  });

  it('knows no page in a language that it does not speak', async () => {
    assert.equal((await served.browser().get('/xx/sign-in')).status, 404);
  });
});
