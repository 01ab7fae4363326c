import { badInput, type Row } from '../../support/bad-input.ts';

const rows: Row[] = [
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
    status: 422,
    kept: 'nothing',
  })),
  {
    number: 'E5',
    what: 'a link that was never made',
    ask: (line) => line.ask('GET', '/en/t/bm8tc3VjaC1saW5r'),
    status: 410,
    kept: 'nothing',
  },
];

badInput('E, sign-in and mail', rows);
