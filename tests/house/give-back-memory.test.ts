import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { giveBackMemory } from '../../src/give-back-memory.ts';

setFlagsFromString('--expose-gc');

const REST_MS = 20;
const LONGEST_MS = 5000;

describe('a service at rest', () => {
  it('clears up after the start, and again after it was asked for something', async () => {
    const server = createServer((_req, res) => res.end('ok')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = async (): Promise<void> => {
      await (await fetch(`http://127.0.0.1:${String(port)}/`)).text();
    };
    try {
      // What the first request loads would make Node clear up by itself.
      await ask();
      const before = garbage();
      await pause(0);
      giveBackMemory(server, REST_MS);
      await untilGone(before);
      const after = garbage();
      await ask();
      await untilGone(after);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

/** Much that nobody holds any more, among what grew old: Node finds it only when it clears up everything. */
function garbage(): WeakRef<object> {
  const collect = runInNewContext('gc') as () => void;
  const held = Array.from({ length: 8_000_000 }, (_, at) => at / 3);
  collect();
  collect();
  return new WeakRef(held);
}

async function untilGone(ref: WeakRef<object>): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (ref.deref() !== undefined) {
    assert.ok(performance.now() < until, 'it was not cleared up');
    await pause(REST_MS);
  }
}
