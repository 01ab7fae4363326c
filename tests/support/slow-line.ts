import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** One direction of a line: what is sent waits its turn, takes its time, and arrives half a round trip later. */
class Lane {
  bytes = 0;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #bitsPerSecond: number;
  readonly #delayMs: number;

  constructor(bitsPerSecond: number, delayMs: number) {
    this.#bitsPerSecond = bitsPerSecond;
    this.#delayMs = delayMs;
  }

  send(data: Buffer, to: Socket): void {
    this.bytes += data.length;
    this.#turn = this.#turn.then(async () => {
      await pause((data.length * 8 * 1000) / this.#bitsPerSecond);
      setTimeout(() => {
        if (!to.destroyed) to.write(data);
      }, this.#delayMs);
    });
  }
}

/** When the line breaks: while a request is on its way, so that nothing is done, or when it was done and is answered. */
export type Outage = 'on the way' | 'on the way back';

/** A slow line to a service with a long way round, as an old phone has it; it breaks when it is told to. */
export class SlowLine {
  readonly url: string;
  readonly up: Lane;
  readonly down: Lane;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #outage: Outage | undefined;
  #isDown = false;

  private constructor(server: Server, service: URL, line: { bitsPerSecond: number; roundTripMs: number }) {
    this.#server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    this.up = new Lane(line.bitsPerSecond, line.roundTripMs / 2);
    this.down = new Lane(line.bitsPerSecond, line.roundTripMs / 2);
    server.on('connection', (near) => {
      if (this.#isDown) near.resetAndDestroy();
      else this.#join(near, connect(Number(service.port), service.hostname));
    });
  }

  static async to(service: string, line: { bitsPerSecond: number; roundTripMs: number }): Promise<SlowLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SlowLine(server, new URL(service), line);
  }

  /** Breaks the line at the next form that is sent over it; nobody gets through until it is mended. */
  breakNext(outage: Outage): void {
    this.#outage = outage;
  }

  mend(): void {
    this.#isDown = false;
  }

  async close(): Promise<void> {
    this.#drop();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(near: Socket, far: Socket): void {
    let sent = false;
    near.on('data', (data) => {
      sent ||= data.subarray(0, 5).toString('latin1') === 'POST ';
      if (sent && this.#outage === 'on the way') this.#break();
      else this.up.send(data, far);
    });
    far.on('data', (data) => {
      if (sent && this.#outage === 'on the way back') this.#break();
      else this.down.send(data, near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }

  #break(): void {
    this.#outage = undefined;
    this.#isDown = true;
    this.#drop();
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }
}
