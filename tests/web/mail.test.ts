import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import request from 'supertest';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, type World } from '../support/world.ts';

async function inWorld(demonstration: boolean, test: (world: World) => Promise<void>): Promise<void> {
  const world = await makeWorld({ demonstration });
  try {
    await test(world);
  } finally {
    world.close();
  }
}

describe('the letters of a demonstration', () => {
  it('are listed, the newest first, and each can be read and its link followed', () =>
    inWorld(true, async (world) => {
      const { app, service } = world;
      await PlayedCase.sent(world);
      await service.worker.lookNow();
      const list = await request(app).get('/en/mail').expect(200);
      const hrefs = [...list.text.matchAll(/href="(\/en\/mail\/[0-9a-f]{24})"/g)].map(([, href]) => href ?? '');
      assert.ok(hrefs.length > 10);
      const letters = await Promise.all(hrefs.map((href) => request(app).get(href).expect(200)));
      const alert = letters.find(({ text }) => text.includes('/desk/cases/'));
      assert.match(alert?.text ?? '', /<a href="http:\/\/127\.0\.0\.1:3000\/en\/security-sector\/desk\/cases\/P-/);
    }));

  it('are read in the language of the page around them', () =>
    inWorld(true, async ({ app }) => {
      const { text } = await request(app).get('/ar/mail').expect(200);
      assert.match(text, /<html[^>]* dir="rtl"/);
    }));

  it('that do not exist are not there, and neither is a way out of the folder', () =>
    inWorld(true, async ({ app }) => {
      await request(app).get('/en/mail/0123456789abcdef01234567').expect(404);
      await request(app).get('/en/mail/..%2Ffieldstone.db').expect(404);
    }));

  it('can only be read', () =>
    inWorld(true, async ({ app }) => {
      const answer = await request(app).post('/en/mail').type('form').send({ a: 'b' });
      assert.ok([403, 405].includes(answer.status), String(answer.status));
    }));

  it('are nowhere outside a demonstration', () =>
    inWorld(false, async ({ app }) => {
      await request(app).get('/en/mail').expect(404);
      await request(app).get('/en/mail/0123456789abcdef01234567').expect(404);
    }));
});
