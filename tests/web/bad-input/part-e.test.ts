import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { paths } from '../../../src/paths.ts';
import { makeOperatorLink } from '../../../src/usecases/account/make-operator-link.ts';
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
    what: 'a link that was used',
    ask: async (_line, { curator, desk }) => {
      const { personId } = desk.people.curator;
      const token = await desk.world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 10 }));
      const browser = await curator();
      await browser.get(paths.signInLink('en', token));
      await browser.submit(paths.signInLink('en', token));
      return browser.get(paths.signInLink('en', token));
    },
    status: 410,
    says: /Ask for a new one/,
    kept: 'nothing',
  },
  {
    number: 'E5',
    what: 'a link that was never made',
    ask: (line) => line.ask('GET', '/en/t/bm8tc3VjaC1saW5r'),
    status: 410,
    kept: 'nothing',
  },
];

badInput('E, sign-in and mail', rows, (ground) => {
  it('E1: answers for a known and an unknown address with the same bytes', async () => {
    const { line } = await ground();
    const bodies = [];
    for (const address of ['nobody@example.org', 'curator@curator.example.org']) {
      await line.post('/en/sign-in', { ...(await line.hidden('/en/sign-in', '/en/sign-in')), address });
      const { text } = await line.ask('GET', '/en/sign-in/code');
      bodies.push(text.replace(/name="csrf" value="[^"]*"/gu, ''));
    }
    assert.equal(bodies[0], bodies[1]);
  });

  it('E8: writes letters with the address of the configuration, whatever host was asked', async () => {
    const { line, desk } = await ground();
    const fields = { ...(await line.hidden('/en/sign-in', '/en/sign-in')), address: 'curator@curator.example.org' };
    const body = new URLSearchParams(fields).toString();
    const answer = await line.whole(
      `POST /en/sign-in HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nCookie: ${line.cookie}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(body.length)}\r\n` +
        `Connection: close\r\n\r\n${body}`,
    );
    assert.match(answer, /^HTTP\/1\.1 303/u);
    await desk.world.service.worker.lookNow();
    const folder = path.join(desk.world.folder, 'outbox');
    const letters = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    const mine = letters.filter((letter) => letter.includes('curator@curator.example.org'));
    assert.ok(mine.length > 0);
    for (const letter of letters) assert.ok(!letter.includes('evil.example'));
  });
});
