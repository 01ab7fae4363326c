import assert from 'node:assert/strict';
import { it } from 'node:test';
import { StorageUnavailable } from '../../../src/domain/storage-faults.ts';
import { paths } from '../../../src/paths.ts';
import { makeOperatorLink } from '../../../src/usecases/account/make-operator-link.ts';
import type { Write } from '../../../src/usecases/unit.ts';
import { createApp } from '../../../src/web/app.ts';
import { ask } from '../../support/ask.ts';
import { badInput, CASE, stored, STORY, TEXT } from '../../support/bad-input.ts';
import { serve } from '../../support/browser.ts';

badInput('K, storage and host', [], (ground) => {
  for (const [number, what, title, todo, seconds] of [
    ['K1', 'full', /We cannot save right now/u, /Copy your text and try again in an hour/u, '3600'],
    ['K2', 'held by another program', /We are busy/u, /Copy your text, wait a minute and send it again/u, '60'],
  ] as const)
    it(`${number}: gives the text back when the disk is ${what}, and reads go on`, async () => {
      const { line, desk } = await ground();
      const write: Write = () => Promise.reject(new StorageUnavailable(number === 'K1' ? 'full' : 'busy', undefined));
      const { web } = desk.world.service;
      const broken = await serve(
        createApp({ ...web, write, log: { fault: () => undefined, answered: () => undefined } }, 'public'),
      );
      const fields = { ...(await line.hidden(STORY)), problem: TEXT };
      const before = stored({ desk });
      const answer = await ask(broken.url, 'POST', STORY, { cookie: line.cookie, fields });
      const page = await ask(broken.url, 'GET', STORY, { cookie: line.cookie });
      await broken.close();
      assert.equal(answer.status, 503);
      assert.match(answer.text, title);
      assert.match(answer.text, todo);
      assert.ok(answer.text.includes(TEXT));
      assert.equal(answer.headers.get('retry-after'), seconds);
      assert.equal(page.status, 200);
      assert.deepEqual(stored({ desk }), before);
    });

  it('K5: lets nobody in with what was issued in the future, after a clock was set back', async () => {
    const { curator, desk } = await ground();
    const { clock, service } = desk.world;
    const { personId } = desk.people.curator;
    const browser = await curator();
    const token = await service.write((unit) => makeOperatorLink(unit, { personId, minutes: 60 }));
    clock.pass({ minutes: -4 });
    assert.equal((await browser.get(CASE)).path, CASE, 'a few minutes are believed');
    clock.pass({ minutes: -56 });
    const page = await browser.get(CASE);
    const link = await desk.served.browser().get(paths.signInLink('en', token));
    clock.pass({ minutes: 60 });
    assert.equal(page.path, '/en/sign-in');
    assert.equal(link.status, 410);
  });

  it('K5: ends a session when the clock jumps ahead', async () => {
    const { curator, desk } = await ground();
    const { clock } = desk.world;
    const browser = await curator();
    clock.pass({ days: 1 });
    const page = await browser.get(CASE);
    clock.pass({ days: -1 });
    assert.equal(page.path, '/en/sign-in');
  });
});
