import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { paths } from '../../src/paths.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { createApp } from '../../src/web/app.ts';
import { ask, type Asked } from '../support/ask.ts';
import { BadLine, chosen, DOOR, FIRST } from '../support/bad-line.ts';
import { serve, type Browser } from '../support/browser.ts';
import { makeReviewWorld, type ReviewWorld } from '../support/review-world.ts';

const STORY = `${DOOR}/practice/story`;
const CASE = `${DOOR}/desk/cases/P-TEST1`;
const TEXT = 'What a person wrote for an hour';

let desk: ReviewWorld;
before(async () => {
  desk = await makeReviewWorld();
});
after(async () => {
  await desk.close();
  assert.deepEqual(desk.world.faults, []);
});

/** Everything that a request could have left behind, but for sessions and what is noted of them. */
function stored(): string {
  const { $client } = desk.world.service.db;
  const tables = [
    'submissions',
    'drafts',
    'contacts',
    'versions',
    'reviews',
    'notes',
    'people',
    'holds',
    'assignments',
  ];
  return JSON.stringify(tables.map((table) => $client.prepare(`select * from ${table}`).all()));
}

async function curator(): Promise<Browser> {
  const browser = desk.served.browser();
  await signIn(browser);
  return browser;
}

async function signIn(browser: Browser): Promise<void> {
  const { personId } = desk.people.curator;
  const token = await desk.world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 }));
  const link = paths.signInLink('en', token);
  await browser.get(link);
  await browser.submit(link);
}

/** A case of the list of threats in `docs/bad-input.md`, on the form of somebody whose first page is saved. */
interface Row {
  readonly number: string;
  readonly what: string;
  readonly ask: (line: BadLine) => Promise<Asked>;
  readonly status: number;
  readonly says?: RegExp;
  /** `nothing` changes no row; a text is what the story's first answer is afterwards. */
  readonly kept: 'nothing' | { readonly problem: string };
  /** Gives back what was typed. */
  readonly typed?: true;
}

/** Typed into a page and gone on with: to the check page, which is always allowed, or only when nothing is wrong. */
const type =
  (typed: string, go = 'check') =>
  (line: BadLine) =>
    line.type(STORY, { problem: typed, go });
const withoutToken = (headers: Record<string, string>) => async (line: BadLine) => {
  const { csrf: _csrf, ...hidden } = await line.hidden(STORY);
  return line.post(STORY, { ...hidden, problem: TEXT }, headers);
};
const raised = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${String(index)}=x`).join('&');

const requests: Row[] = [
  {
    number: 'A1',
    what: 'a form without its token',
    ask: withoutToken({}),
    status: 403,
    says: /press the button once more/,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'A1',
    what: 'a form without its token from a browser that says nothing of its origin',
    ask: withoutToken({ 'sec-fetch-site': '' }),
    status: 403,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'A2',
    what: 'a form from another site',
    ask: (line) => line.type(STORY, { problem: TEXT }, { 'sec-fetch-site': 'cross-site' }),
    status: 403,
    says: /^This request did not come from our site\.$/,
    kept: 'nothing',
  },
  {
    number: 'A2',
    what: 'a form whose origin is another site',
    ask: (line) => line.type(STORY, { problem: TEXT }, { 'sec-fetch-site': '', origin: 'https://evil.example' }),
    status: 403,
    says: /^This request did not come from our site\.$/,
    kept: 'nothing',
  },
  {
    number: 'A3',
    what: 'no origin and no token',
    ask: withoutToken({ 'sec-fetch-site': '', origin: 'null' }),
    status: 403,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'A3',
    what: 'no origin and the right token',
    ask: (line) => line.type(STORY, { problem: TEXT }, { 'sec-fetch-site': '', origin: 'null' }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A4',
    what: 'a change by GET',
    ask: (line) => line.ask('GET', `${DOOR}/send?rights_attest=yes`),
    status: 405,
    kept: 'nothing',
  },
  {
    number: 'A4',
    what: 'a change by HEAD',
    ask: (line) => line.ask('HEAD', `${DOOR}/my/leave`),
    status: 405,
    kept: 'nothing',
  },
  {
    number: 'A5',
    what: 'a method in the body and in a header',
    ask: (line) => line.type(STORY, { _method: 'DELETE', problem: TEXT }, { 'x-http-method-override': 'DELETE' }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A9',
    what: 'a cookie of 8 KB beside ours',
    ask: (line) => line.ask('GET', STORY, { cookie: `${line.cookie}; other=${'x'.repeat(8000)}` }),
    status: 200,
    kept: 'nothing',
  },
  {
    number: 'A9',
    what: 'headers of 20 KB',
    ask: (line) => line.ask('GET', STORY, { cookie: 'x'.repeat(20_000) }),
    status: 431,
    kept: 'nothing',
  },
  {
    number: 'A9',
    what: 'a cookie of an odd shape',
    ask: (line) =>
      line.ask('GET', `${DOOR}/my`, {
        cookie: 'fieldstone-draft=%00<b>; fieldstone-sid=" or 1=1; __proto__=x; =; fieldstone-pre=%E0%A4',
      }),
    status: 303,
    kept: 'nothing',
  },
  {
    number: 'A11',
    what: 'two answers where one is asked',
    ask: async (line) =>
      line.body(FIRST, `${new URLSearchParams({ ...(await line.hidden(FIRST)), ...chosen }).toString()}&kind=tool`),
    status: 422,
    says: /one answer/i,
    kept: { problem: '' },
  },
  {
    number: 'A12',
    what: 'names that no form has',
    ask: (line) =>
      line.type(STORY, {
        state: 'accepted',
        __proto__: 'x',
        constructor: 'x',
        'problem.__proto__.x': 'y',
        publicId: 'P-00000',
        problem: TEXT,
      }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A12',
    what: '__proto__ as a name and as an entry to add',
    ask: async (line) =>
      line.body(
        STORY,
        `${new URLSearchParams({ ...(await line.hidden(STORY)), problem: TEXT }).toString()}&__proto__=x&__proto__=y&add=__proto__`,
      ),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A13',
    what: 'a form as JSON',
    ask: (line) => line.body(STORY, JSON.stringify({ problem: TEXT }), 'application/json'),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A13',
    what: 'a form of no type',
    ask: (line) => line.body(STORY, new Uint8Array([1, 2, 3]), ''),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A13',
    what: 'a form in another encoding',
    ask: (line) => line.body(STORY, 'problem=x', 'application/x-www-form-urlencoded; charset=utf-16le'),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A14',
    what: 'a page of 300 KB',
    ask: type('x'.repeat(300_000)),
    status: 413,
    says: /too much for one page/,
    kept: 'nothing',
  },
  {
    number: 'A15',
    what: 'more than a thousand fields',
    ask: (line) => line.body(STORY, raised('a', 1200)),
    status: 413,
    kept: 'nothing',
  },
  {
    number: 'A16',
    what: 'an address with half a percent sign',
    ask: (line) => line.ask('GET', `${DOOR}/practice/%E0%A4%A`),
    status: 400,
    kept: 'nothing',
  },
  {
    number: 'A16',
    what: 'a field with NUL, control characters and a lone surrogate',
    ask: async (line) =>
      line.body(
        STORY,
        `${new URLSearchParams({ ...(await line.hidden(STORY)) }).toString()}&go=check&problem=a%00b%01c%1Bd+${'e'.repeat(400)}%ED%A0%80`,
      ),
    status: 303,
    kept: { problem: `abcd ${'e'.repeat(400)}\uFFFD\uFFFD\uFFFD` },
  },
  {
    number: 'A16',
    what: 'a field of broken percent signs',
    ask: async (line) =>
      line.body(
        STORY,
        `${new URLSearchParams({ ...(await line.hidden(STORY)) }).toString()}&go=check&problem=100%+sure+%zz+%`,
      ),
    status: 303,
    kept: { problem: '100% sure %zz %' },
  },
  {
    number: 'A16',
    what: 'letters and marks apart',
    ask: type('cafe\u0301 '.repeat(3).trim()),
    status: 303,
    kept: { problem: 'café café café' },
  },
  {
    number: 'A21',
    what: 'a way on to another site',
    ask: (line) => line.type(STORY, { problem: TEXT, next: '//evil.example', go: '//evil.example' }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A21',
    what: 'an entry to add that is an address',
    ask: (line) => line.type(STORY, { problem: TEXT, add: '\r\nLocation: //evil.example' }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A22',
    what: 'a page under the name of a style sheet',
    ask: (line) => line.ask('GET', `${DOOR}/my/x.css`),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'A22',
    what: 'the form under the name of a picture',
    ask: (line) => line.ask('GET', `${STORY}/x.png`),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'a verb that nobody has',
    ask: (line) => line.ask('DELETE', STORY),
    status: 403,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'dots in the path',
    ask: (line) => line.ask('GET', `${DOOR}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'dots after the assets',
    ask: (line) => line.ask('GET', '/assets/..%2f..%2fpackage.json'),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'a semicolon in the path',
    ask: (line) => line.ask('GET', `${DOOR};x=1/my`),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'names that every object has',
    ask: (line) => line.ask('GET', '/constructor/__proto__/practice/toString'),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'B4',
    what: 'a second tab with other words',
    ask: async (line) => {
      const first = await line.hidden(STORY);
      await line.post(STORY, { ...first, problem: 'The first tab', go: 'check' });
      return line.post(STORY, { ...first, problem: TEXT });
    },
    status: 409,
    says: /The first tab/,
    kept: { problem: 'The first tab' },
    typed: true,
  },
  {
    number: 'B1',
    what: 'the same page twice',
    ask: async (line) => {
      const first = await line.hidden(STORY);
      await line.post(STORY, { ...first, problem: TEXT, go: 'check' });
      return line.post(STORY, { ...first, problem: TEXT, go: 'check' });
    },
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'B11',
    what: 'a receipt that nobody has',
    ask: async (line) =>
      line.post(`${DOOR}/receipt`, {
        ...(await line.hidden(`${DOOR}/receipt`)),
        code: '0000-0000-0000-0000-0000-0000',
      }),
    status: 422,
    says: /We cannot find this code/,
    kept: 'nothing',
  },
  {
    number: 'B13',
    what: 'another text for a form that is a draft of somebody else',
    ask: async (line) => line.post(STORY, { ...(await line.hidden(STORY)), of: 'aaaaaaaaaaaa', problem: TEXT }),
    status: 403,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'C1',
    what: 'a script',
    ask: type('<script>alert(1)</script><img src=x onerror=alert(1)>'),
    status: 303,
    kept: { problem: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
  },
  {
    number: 'C5',
    what: 'templates of site generators',
    ask: type('{{< x >}} {% raw %} <%= 1 %> ${1} {{constructor}}'),
    status: 303,
    kept: { problem: '{{< x >}} {% raw %} <%= 1 %> ${1} {{constructor}}' },
  },
  {
    number: 'C6',
    what: 'front matter',
    ask: type('\n---\nadmin: true\n---'),
    status: 303,
    kept: { problem: '\n---\nadmin: true\n---' },
  },
  {
    number: 'C9',
    what: 'ten thousand marks on one letter',
    ask: type(`a${'\u0335'.repeat(10_000)}`, 'next'),
    status: 422,
    kept: { problem: `a${'\u0335'.repeat(10_000)}` },
  },
  {
    number: 'C9',
    what: 'one word of 200,000 letters',
    ask: type('x'.repeat(200_000), 'next'),
    status: 422,
    kept: { problem: 'x'.repeat(200_000) },
  },
  {
    number: 'C12',
    what: 'the address of a private host',
    ask: type('http://169.254.169.254/ file:///etc/passwd'),
    status: 303,
    kept: { problem: 'http://169.254.169.254/ file:///etc/passwd' },
  },
  {
    number: 'E1',
    what: 'an address that nobody has',
    ask: async (line) =>
      line.post('/en/sign-in', { ...(await line.hidden('/en/sign-in', '/en/sign-in')), address: 'nobody@example.org' }),
    status: 303,
    kept: 'nothing',
  },
  {
    number: 'E1',
    what: 'an address that a curator has',
    ask: async (line) =>
      line.post('/en/sign-in', {
        ...(await line.hidden('/en/sign-in', '/en/sign-in')),
        address: 'curator@curator.example.org',
      }),
    status: 303,
    kept: 'nothing',
  },
  ...[
    'a@x.org\r\nBcc: evil@x.org',
    'a@x.org, evil@x.org',
    'group: a@x.org;',
    '"a b"@x.org',
    'a@x.org\u0000',
    `${'a'.repeat(250)}@x.org`,
    '<a@x.org>',
    'a@x',
  ].map((address): Row => ({
    number: 'E9',
    what: `the address ${JSON.stringify(address.slice(0, 40))}`,
    ask: async (line) => line.post('/en/sign-in', { ...(await line.hidden('/en/sign-in', '/en/sign-in')), address }),
    status: address.endsWith('\u0000') ? 303 : 422,
    kept: 'nothing',
  })),
  {
    number: 'E5',
    what: 'a link that was never made',
    ask: (line) => line.ask('GET', '/en/t/bm8tc3VjaC1saW5r'),
    status: 410,
    kept: 'nothing',
  },
  { number: 'F1', what: 'a case by its number', ask: (line) => line.ask('GET', CASE), status: 303, kept: 'nothing' },
  {
    number: 'F1',
    what: 'a review of somebody',
    ask: (line) => line.ask('GET', paths.review('en', desk.rosa)),
    status: 404,
    kept: 'nothing',
  },
];

describe('bad input', () => {
  for (const { number, what, ask, status, says, kept, typed } of requests) {
    it(`${number}: ${what}`, async () => {
      const line = await BadLine.begun(desk.served);
      const before = stored();
      const answer = await ask(line);
      assert.equal(answer.status, status);
      if (says !== undefined) assert.match(answer.text, says);
      if (typed) assert.ok(answer.text.includes(TEXT), 'gives back what was typed');
      assert.ok(!answer.text.includes('\0'));
      assert.doesNotMatch(answer.text, /<script|onerror=alert\(1\)>|SQLITE|\.ts:\d/u);
      assert.match(answer.location ?? '/en', /^\/[^/\\]/u);
      if (kept === 'nothing') assert.equal(stored(), before);
      else assert.equal(await line.saved(STORY, 'problem'), kept.problem);
    });
  }
});

describe('a session that ended while somebody wrote', () => {
  it('A8: takes no text of a curator with it, and the same form works after signing in again', async () => {
    const browser = await curator();
    await browser.get(`${CASE}/notes`);
    const form = browser.form('/notes');
    const signOut = browser.form('/sign-out');
    await browser.submit(signOut);
    const before = stored();
    const page = await browser.get('/en/sign-in');
    const csrf = page.forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const answer = await browser.post(`${CASE}/notes`, [
      ['csrf', csrf],
      ['text', TEXT],
    ]);
    assert.equal(answer.status, 403);
    assert.match(answer.text, new RegExp(TEXT));
    assert.match(answer.text, /You were signed out/);
    assert.equal(stored(), before);
    assert.ok(form.controls.some(({ name }) => name === 'text'));
    const again = answer.forms.find(({ action }) => action.endsWith('/notes'));
    assert.ok(again);
    await signIn(browser);
    const stale = await browser.submit(again);
    assert.equal(stale.status, 403);
    const noted = await browser.submit('/notes');
    assert.equal(noted.status, 200);
    assert.match(noted.text, new RegExp(TEXT));
  });

  it('A8: sends somebody without a text to sign in', async () => {
    const browser = await curator();
    await browser.get(CASE);
    await browser.submit('/sign-out');
    const page = await browser.get(`${CASE}/notes`);
    assert.equal(page.path, '/en/sign-in');
  });

  it('A1: takes no words of a submitter with it', async () => {
    const line = await BadLine.begun(desk.served);
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
    const browser = await curator();
    const [sid, pre] = [browser.cookie('fieldstone-sid'), browser.cookie('fieldstone-pre')];
    await browser.get(CASE);
    await browser.submit('/sign-out');
    await signIn(browser);
    assert.notEqual(browser.cookie('fieldstone-sid'), sid);
    assert.notEqual(browser.cookie('fieldstone-pre'), pre);
    const old = await desk.served.browser({ cookie: `fieldstone-sid=${sid ?? ''}` }).get(CASE);
    assert.equal(old.path, '/en/sign-in');
  });
});

describe('a page that went away while somebody wrote', () => {
  it('gives back short words too, and nothing that the form said about itself', async () => {
    const line = await BadLine.begun(desk.served);
    const hidden = await line.hidden(STORY);
    const answer = await line.post(`${DOOR}/practice/nothing`, { ...hidden, problem: 'Short words.' });
    assert.equal(answer.status, 404);
    assert.match(answer.text, /Short words\./);
    assert.ok(!answer.text.includes(hidden['seen'] ?? '?'));
    assert.ok(!answer.text.includes(hidden['asked'] ?? '?'));
  });
});

describe('a receipt and a title', () => {
  it('B10: opens however its digits are typed', async () => {
    const line = await BadLine.begun(desk.served);
    const shown = /Your receipt ((?:[0-9A-Z]{4} ){5}[0-9A-Z]{4})/u.exec(line.browser.page.text)?.[1] ?? '';
    const arabic = shown.toLowerCase().replace(/\d/gu, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    const other = await BadLine.begun(desk.served);
    const hidden = await other.hidden(`${DOOR}/receipt`);
    const answer = await other.post(`${DOOR}/receipt`, { ...hidden, code: `  ${arabic}\u200F ` });
    assert.equal(answer.location, `${DOOR}/my`);
  });

  it('C7: holds nothing that changes how the rest is read', async () => {
    const line = await BadLine.begun(desk.served);
    const about = `${DOOR}/practice/about`;
    await line.type(about, { title: '\u202Egnitset\u2066 a\u200Bb\u{E0041} سلام می\u200Cروم' });
    assert.equal(await line.saved(about, 'title'), 'gnitset ab سلام می\u200Cروم');
  });
});

describe('an address that begins with two slashes', () => {
  for (const start of ['//evil.example', '///evil.example', '/\\evil.example'])
    it(`A21: gives neither text nor token to ${start}`, async () => {
      const line = await BadLine.begun(desk.served);
      const { hostname, port } = new URL(desk.served.url);
      const body = `problem=${encodeURIComponent(TEXT)}`;
      const answer = await line.whole(
        `POST ${start}/en/sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${line.cookie}\r\n` +
          `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(body.length)}\r\n` +
          `Connection: close\r\n\r\n${body}`,
      );
      assert.match(answer, /^HTTP\/1\.1 403/u);
      assert.ok(answer.includes(TEXT));
      assert.doesNotMatch(answer, /(?:action|href)="(?:\/\/|\/\\|[a-z]+:)/u);
    });
});

describe('requests that no browser makes', () => {
  const head = 'Host: 127.0.0.1\r\n';
  const rows: readonly (readonly [number: string, what: string, bytes: string, answer: RegExp])[] = [
    [
      'A19',
      'two lengths',
      `POST /en/sign-in HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`,
      / 400 /,
    ],
    [
      'A19',
      'a length beside chunks',
      `POST /en/sign-in HTTP/1.1\r\n${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      / 400 /,
    ],
    ['A19', 'no host', 'GET /en HTTP/1.1\r\n\r\n', / 400 /],
    ['A19', 'a line end in a header', `GET /en HTTP/1.1\r\n${head}X: a\rb\r\n\r\n`, / 400 /],
    ['A23', 'a verb without meaning', `BREW /en HTTP/1.1\r\n${head}\r\n`, / 400 /],
    ['A23', 'TRACE', `TRACE /en HTTP/1.1\r\n${head}\r\n`, / (403|404|405) /],
    [
      'A23',
      'dots that a client would have taken out',
      `GET /en/../../etc/passwd HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
      / 404 /,
    ],
    ['A16', 'NUL in an address', `GET /en/%00 HTTP/1.1\r\n${head}Connection: close\r\n\r\n`, / 404 /],
    ['A16', 'an overlong slash', `GET /en/%c0%af HTTP/1.1\r\n${head}Connection: close\r\n\r\n`, / 400 /],
  ];
  for (const [number, what, bytes, says] of rows)
    it(`${number}: ${what}`, async () => {
      const line = await BadLine.begun(desk.served);
      const before = stored();
      assert.match(await line.whole(bytes), says);
      assert.equal(stored(), before);
    });

  it('A19: another host than the one that the service was given', async () => {
    const { web } = desk.world.service;
    const site = { ...web.site, baseUrl: 'http://practices.example', checkHost: true };
    const other = await serve(createApp({ ...web, site }, 'public'));
    const answer = await ask(other.url, 'GET', '/en');
    await other.close();
    assert.equal(answer.status, 421);
    assert.doesNotMatch(answer.text, /127\.0\.0\.1/u);
  });

  it('B5: a line that drops in the middle of a page keeps the pages before', async () => {
    const line = await BadLine.begun(desk.served);
    const hidden = new URLSearchParams({ ...(await line.hidden(STORY)), problem: TEXT }).toString();
    const before = stored();
    const bytes = `POST ${STORY} HTTP/1.1\r\n${head}Cookie: ${line.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(hidden.length + 500)}\r\n\r\n${hidden}`;
    assert.equal(await line.whole(bytes, 150), '');
    assert.equal(stored(), before);
    assert.equal((await line.type(STORY, { problem: TEXT })).status, 303);
  });
});
