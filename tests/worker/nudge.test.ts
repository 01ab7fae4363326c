import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { jobs } from '../../src/db/schema/index.ts';
import type { ModuleId } from '../../src/domain/ids.ts';
import { enqueue } from '../../src/db/outbox.ts';
import { makeWorld, type World } from '../support/world.ts';

describe('the worker', () => {
  let world: World;
  before(async () => {
    world = await makeWorld();
    await world.service.worker.start();
  });
  after(async () => {
    await world.service.worker.stop();
    world.close();
  });

  it('looks at once for what a page has queued, long before its sleep would end', { timeout: 5_000 }, async () => {
    const state = () => world.service.db.select({ state: jobs.state }).from(jobs).all()[0]?.state;
    await world.service.web.write(({ tx, clock }) => {
      const now = clock.now();
      enqueue(tx, { kind: 'read_module', module: 'none' as ModuleId }, { dedupeKey: 'soon', runAfter: now, now });
    });
    while (state() !== 'done') await turn();
    assert.equal(state(), 'done');
  });
});
