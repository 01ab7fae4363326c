import { badInput, STORY, TEXT, type Row } from '../../support/bad-input.ts';
import { DOOR } from '../../support/bad-line.ts';

const withoutToken =
  (headers: Record<string, string>): Row['ask'] =>
  async (line) => {
    const { csrf: _csrf, ...hidden } = await line.hidden(STORY);
    return line.post(STORY, { ...hidden, problem: TEXT }, headers);
  };

const rows: Row[] = [
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
  ...(['PUT', 'PATCH', 'DELETE', 'PROPFIND'] as const).map((verb): Row => ({
    number: 'A23',
    what: `${verb} of an address that there is not`,
    ask: (line) => line.ask(verb, `${DOOR}/practice/story/more`),
    status: 404,
    kept: 'nothing',
  })),
  {
    number: 'A20',
    what: 'headers in which a client says where it comes from and whither it went',
    ask: (line) =>
      line.ask('GET', '/en/sign-in', {
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'for=10.0.0.1;host=evil.example',
        'x-original-url': '/en/work',
      }),
    status: 200,
    says: /^(?!.*evil\.example)(?!.*10\.0\.0\.1).*Sign in/su,
    kept: 'nothing',
  },
  {
    number: 'A23',
    what: 'a verb that nobody has',
    ask: (line) => line.ask('DELETE', STORY),
    status: 405,
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
];

badInput('A, requests and sessions', rows);
