import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line that keeps every byte sent into it: addresses, headers and bodies, as they stand on the wire. */
export class ByteTap {
  readonly #sent: Buffer[] = [];
  readonly #ends = new Set<Socket>();
  readonly #server: Server;

  private constructor(target: URL) {
    this.#server = createServer((client) => {
      const far = connect(Number(target.port), target.hostname);
      for (const end of [client, far]) {
        this.#ends.add(end);
        end.on('error', () => end.destroy());
        end.on('close', () => this.#ends.delete(end));
      }
      client.on('data', (data: Buffer) => this.#sent.push(data));
      client.pipe(far).pipe(client);
      client.on('close', () => far.destroy());
      far.on('close', () => client.destroy());
    });
  }

  static async on(url: string): Promise<ByteTap> {
    const tap = new ByteTap(new URL(url));
    tap.#server.listen(0, '127.0.0.1');
    await once(tap.#server, 'listening');
    return tap;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Everything sent until now. */
  get bytes(): string {
    return Buffer.concat(this.#sent).toString('utf8');
  }

  async stop(): Promise<void> {
    for (const end of this.#ends) end.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
