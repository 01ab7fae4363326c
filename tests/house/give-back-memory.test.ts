import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { giveBackMemory } from '../../src/give-back-memory.ts';

const REST_MS = 20;
const LONGEST_MS = 10_000;

describe('a service at rest', () => {
  it('clears up after the start, and again after it was asked for something', async () => {
    const server = createServer((_req, res) => res.end('ok')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const before = garbage();
      await pause(0);
      giveBackMemory(server, REST_MS);
      await untilGone(before);
      const after = garbage();
      await (await fetch(`http://127.0.0.1:${String(port)}/`)).text();
      await untilGone(after);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

/** Something that a small young collection would not find: it is among the old ones, and nobody holds it. */
const garbage = (): WeakRef<number[]> => new WeakRef(Array.from({ length: 2_000_000 }, (_, at) => at));

async function untilGone(ref: WeakRef<number[]>): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (ref.deref() !== undefined) {
    assert.ok(performance.now() < until, 'it was not cleared up');
    await pause(REST_MS);
  }
}
