import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createApp } from '../../../src/web/app.ts';
import { ask } from '../../support/ask.ts';
import { badInput, stored, STORY, TEXT } from '../../support/bad-input.ts';
import { serve } from '../../support/browser.ts';

badInput('A and B, bytes on the line', [], (ground) => {
  for (const start of ['//evil.example', '///evil.example', '/\\evil.example'])
    it(`A21: gives neither text nor token to ${start}`, async () => {
      const { line, desk } = await ground();
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
      const { line, desk } = await ground();
      const before = stored({ desk });
      assert.match(await line.whole(bytes), says);
      assert.deepEqual(stored({ desk }), before);
    });

  it('A19: another host than the one that the service was given', async () => {
    const { desk } = await ground();
    const { web } = desk.world.service;
    const site = { ...web.site, baseUrl: 'http://practices.example', checkHost: true };
    const other = await serve(createApp({ ...web, site }, 'public'));
    const answer = await ask(other.url, 'GET', '/en');
    await other.close();
    assert.equal(answer.status, 421);
    assert.doesNotMatch(answer.text, /127\.0\.0\.1/u);
  });

  it('B5: a line that drops in the middle of a page keeps the pages before', async () => {
    const { line, desk } = await ground();
    const hidden = new URLSearchParams({ ...(await line.hidden(STORY)), problem: TEXT }).toString();
    const before = stored({ desk });
    const bytes = `POST ${STORY} HTTP/1.1\r\n${head}Cookie: ${line.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(hidden.length + 500)}\r\n\r\n${hidden}`;
    assert.equal(await line.whole(bytes, 150), '');
    assert.deepEqual(stored({ desk }), before);
    assert.equal((await line.type(STORY, { problem: TEXT })).status, 303);
  });
});
