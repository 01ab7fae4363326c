import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { StorageUnavailable } from '../../src/domain/storage-faults.ts';
import type { Write } from '../../src/usecases/unit.ts';
import { createApp } from '../../src/web/app.ts';
import { ask, type Asked } from '../support/ask.ts';
import { serve, type Served } from '../support/browser.ts';
import { rolledBackApp } from '../support/rolled-back.ts';
import { addressOf, everyRoute } from '../support/route-addresses.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

/** Nothing with these names is there: the guards stand before the question what is. */
const values = new Proxy({}, { get: (_target, name) => (name === 'module' ? MODULE : name === 'lang' ? 'en' : 'x') });

const headers: Readonly<Record<string, string | RegExp>> = {
  'content-security-policy':
    /^default-src 'none';style-src 'self';img-src 'self';font-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'/u,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/u,
  'cache-control': 'no-store',
};

function checkHeaders({ status, headers: given }: Asked, what: string): void {
  for (const [name, wanted] of Object.entries(headers)) {
    const value = given.get(name) ?? '';
    const right = typeof wanted === 'string' ? value === wanted : wanted.test(value);
    assert.ok(right, `${what} (${String(status)}): ${name} is "${value}"`);
  }
  assert.equal(given.get('x-powered-by'), null, what);
  assert.equal(given.get('server'), null, what);
}

describe('the guards before every route', () => {
  let world: World;
  let served: Served;
  let writes: () => number;
  let csrf: string;
  const cookie = 'fieldstone-pre=abcdefghijklmnopqrstuvwx';
  const routes = everyRoute().map((route) => ({ ...route, address: addressOf(route.path, values) }));

  before(async () => {
    world = await makeWorld();
    const undone = rolledBackApp(world.service);
    writes = undone.writes;
    served = await serve(undone.app);
    csrf = world.service.web.keys.csrfToken('abcdefghijklmnopqrstuvwx');
  });
  after(async () => {
    await served.close();
    world.close();
  });

  it('answers a method that a route does not have with 405 and those it has', async () => {
    for (const { path, address, get, post } of routes) {
      const has = [...(get === undefined ? [] : ['GET', 'HEAD']), ...(post === undefined ? [] : ['POST'])];
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !has.includes(one))) {
        const fields = method === 'GET' ? {} : { fields: { csrf } };
        const answer = await ask(served.url, method, address, { cookie, ...fields });
        assert.equal(answer.status, 405, `${method} ${path}`);
        assert.equal(answer.headers.get('allow'), has.join(', '), `${method} ${path}`);
        checkHeaders(answer, `${method} ${path}`);
      }
    }
    assert.equal(writes(), 0);
  });

  const forms = routes.filter(({ post }) => post !== undefined);
  const typed = { story: 'What I wrote', _method: 'DELETE' };

  it('changes nothing without a token, and gives back what was typed', async () => {
    for (const { path, address } of forms) {
      for (const wrong of [
        {},
        { csrf: '' },
        { csrf: `${csrf}x` },
        { csrf: world.service.web.keys.csrfToken('another') },
      ]) {
        const answer = await ask(served.url, 'POST', address, { cookie, fields: { ...typed, ...wrong } });
        assert.equal(answer.status, 403, path);
        assert.ok(answer.text.includes('What I wrote'), `${path} loses what was typed`);
        checkHeaders(answer, path);
      }
    }
    assert.equal(writes(), 0);
  });

  it('leads to a page that there is in every language, also from where a form is only posted', async () => {
    const patterns = routes.map(({ path, get }) => ({ steps: path.split('/'), get }));
    const routeAt = (address: string) =>
      patterns.find(({ steps }) => {
        const asked = address.split('/');
        return steps.length === asked.length && steps.every((step, at) => step.startsWith(':') || step === asked[at]);
      });
    for (const { path, address } of forms) {
      const { text } = await ask(served.url, 'POST', address, { cookie, fields: typed });
      const nav = /<nav class="languages"[^]*?<\/nav>/u.exec(text)?.[0] ?? '';
      const links = [...nav.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href ?? '');
      assert.equal(links.length, 4, path);
      for (const href of links) assert.ok(routeAt(href)?.get, `${path} leads to ${href}`);
    }
  });

  it('answers other sites with a bare 403, whatever token they have', async () => {
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://elsewhere.example' },
    ];
    for (const { path, address } of forms) {
      for (const header of foreign) {
        const answer = await ask(served.url, 'POST', address, { cookie, fields: { ...typed, csrf }, headers: header });
        assert.equal(answer.status, 403, path);
        assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/u, path);
        assert.ok(!answer.text.includes('What I wrote') && !answer.text.includes('<'), `${path} plants text`);
        checkHeaders(answer, path);
      }
    }
    assert.equal(writes(), 0);
  });

  it('sets the headers that guard a page on every answer', async () => {
    const signIn = { address: 'somebody@example.org', csrf };
    const broken = await serve(brokenApp(world, new Error('a fault')));
    const full = await serve(brokenApp(world, new StorageUnavailable('full', undefined)));
    const answers = {
      200: ask(served.url, 'GET', '/en', { cookie }),
      303: ask(served.url, 'GET', '/', { cookie }),
      400: ask(served.url, 'GET', '/en/%E0%A4%A', { cookie }),
      404: ask(served.url, 'GET', '/en/x/y/z', { cookie }),
      410: ask(served.url, 'GET', '/en/t/nothing', { cookie }),
      413: ask(served.url, 'POST', '/en/sign-in', { cookie, fields: { address: 'x'.repeat(300_000), csrf } }),
      415: ask(served.url, 'POST', '/en/sign-in', { cookie, headers: { 'content-type': 'text/plain' } }),
      422: ask(served.url, 'POST', '/en/sign-in', { cookie, fields: { csrf } }),
      500: ask(broken.url, 'POST', '/en/sign-in', { cookie, fields: signIn }),
      503: ask(full.url, 'POST', '/en/sign-in', { cookie, fields: signIn }),
    };
    for (const [status, answer] of Object.entries(answers)) {
      const { status: got, ...rest } = await answer;
      assert.equal(got, Number(status));
      checkHeaders({ status: got, ...rest }, 'an answer');
      assert.doesNotMatch(rest.text, /\bat .*\.ts:|SQLITE|node_modules/u);
    }
    await broken.close();
    await full.close();
  });

  it('lets only what carries its hash in its name be kept by a browser', async () => {
    const { text } = await ask(served.url, 'GET', '/en', { cookie });
    const sheet = /href="(\/assets\/[^"]+\.css)"/u.exec(text)?.[1] ?? '';
    const { status, headers: given } = await ask(served.url, 'GET', sheet);
    assert.equal(status, 200);
    assert.match(given.get('cache-control') ?? '', /immutable/u);
    assert.equal(given.get('set-cookie'), null);
    assert.equal(given.get('x-powered-by'), null);
  });
});

function brokenApp(world: World, fault: Error) {
  const write: Write = () => Promise.reject(fault);
  const log = { fault: () => undefined, answered: () => undefined };
  return createApp({ ...world.service.web, write, log }, 'public');
}
