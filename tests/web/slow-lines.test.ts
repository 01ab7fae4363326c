import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { limitLines } from '../../src/web/limit-lines.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

/** A twentieth of the real ones, so that nobody waits. */
const short = { headersTimeout: 400, requestTimeout: 800, keepAliveTimeout: 400, maxConnections: 40 };
const sockets: Socket[] = [];

describe('lines that are slow or silent', () => {
  let world: World;
  let server: Server;

  before(async () => {
    world = await makeWorld();
    server = createServer({ connectionsCheckingInterval: 50 }, world.app);
    limitLines(server, short);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    assert.deepEqual(world.faults, []);
    world.close();
  });

  const port = (): number => (server.address() as AddressInfo).port;

  async function line(): Promise<Socket> {
    const socket = connect(port(), '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  /** Everything it is told until the line ends. */
  async function told(socket: Socket): Promise<string> {
    let text = '';
    socket.setEncoding('utf8').on('data', (more: string) => (text += more));
    if (!socket.destroyed) await once(socket, 'close');
    return text;
  }

  it('are told 408 when the head of a request does not come to its end', async () => {
    const socket = await line();
    socket.write(`GET /en HTTP/1.1\r\nHost: 127.0.0.1:${String(port())}\r\n`);
    const drip = setInterval(() => socket.write('X: y\r\n'), 60);
    assert.match(await told(socket), /^HTTP\/1\.1 408 /u);
    clearInterval(drip);
  });

  it('are told 408 when a body drips, and nothing of it is kept', async () => {
    const socket = await line();
    const head = [`POST /en/${MODULE}/practice/start HTTP/1.1`, `Host: 127.0.0.1:${String(port())}`];
    const type = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 5000'];
    socket.write(`${[...head, ...type].join('\r\n')}\r\n\r\n`);
    const drip = setInterval(() => socket.write('x'), 60);
    assert.match(await told(socket), /^HTTP\/1\.1 408 /u);
    clearInterval(drip);
    assert.equal(world.service.db.$client.prepare('select count(*) from submissions').pluck().get(), 0);
  });

  it('are let go when they are silent between two requests', async () => {
    const socket = await line();
    socket.write(`GET /en HTTP/1.1\r\nHost: 127.0.0.1:${String(port())}\r\n\r\n`);
    assert.match(await told(socket), /^HTTP\/1\.1 200 /u);
  });

  it('take no more places than there are, and whoever comes when they are gone is answered', async () => {
    const idle = await Promise.all(Array.from({ length: 60 }, line));
    await Promise.all(idle.filter(({ destroyed }) => !destroyed).map((socket) => once(socket.resume(), 'close')));
    const answer = await fetch(`http://127.0.0.1:${String(port())}/en`);
    assert.equal(answer.status, 200);
    await answer.text();
  });
});
