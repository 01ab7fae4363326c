import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What the line to a mail server does to a connection: carries it; answers the handshake of TLS with rubbish or not at
 * all; takes the offer of TLS out of the greeting; or greets for ten megabytes.
 */
export const spoilings = ['rubbish', 'no_handshake', 'no_offer', 'long_banner'] as const;
export type Spoiling = (typeof spoilings)[number] | 'none';

const BANNER_BYTES = 10 * 1024 * 1024;
const bannerLine = `220-${'welcome '.repeat(120)}\r\n`;

/** A line in front of a mail server that offers STARTTLS; `spoil` is asked for every connection. */
export class SpoiltLine {
  readonly spoilt = new Map<Spoiling, number>();
  /** What clients sent in plain text. */
  plain = '';
  readonly #server: Server;
  readonly #ends = new Set<Socket>();

  private constructor(port: number, spoil: () => Spoiling) {
    this.#server = createServer((client) => {
      const how = spoil();
      this.spoilt.set(how, (this.spoilt.get(how) ?? 0) + 1);
      const far = connect(port, '127.0.0.1');
      for (const end of [client, far]) {
        this.#ends.add(end);
        end.on('error', () => end.destroy());
        end.on('close', () => {
          this.#ends.delete(end);
          client.destroy();
          far.destroy();
        });
      }
      this.#carry(client, far, how);
    });
  }

  static async before(port: number, spoil: () => Spoiling): Promise<SpoiltLine> {
    const line = new SpoiltLine(port, spoil);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const end of this.#ends) end.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(client: Socket, far: Socket, how: Spoiling): void {
    let isSecret = false;
    client.on('data', (data: Buffer) => {
      if (isSecret && (how === 'rubbish' || how === 'no_handshake')) {
        if (how === 'rubbish') client.write(Buffer.alloc(200, 'no handshake '));
        return;
      }
      if (!isSecret) this.plain += data.toString('latin1');
      if (/^STARTTLS\r?$/imu.test(data.toString('latin1'))) isSecret = true;
      far.write(data);
    });
    if (how === 'long_banner') greetAtLength(client);
    far.on('data', (data: Buffer) => {
      client.write(how === 'no_offer' ? data.toString('latin1').replace(/250-STARTTLS\r\n/iu, '') : data);
    });
  }
}

function greetAtLength(client: Socket): void {
  const piece = bannerLine.repeat(64);
  for (let sent = 0; sent < BANNER_BYTES; sent += piece.length) client.write(piece);
}
