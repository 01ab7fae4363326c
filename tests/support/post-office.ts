import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { MailServer } from '../../src/adapters/mail/mail-server.ts';

export type Stage = 'greeting' | 'sender' | 'recipient' | 'data';

/**
 * What the server does at a stage: goes on, answers with a code, says nothing for ever, breaks the line, or (after the
 * letter) takes it and never says so.
 */
export type Mood =
  'take' | 'hang' | 'drop' | 'take_and_drop' | 'take_and_hang' | { readonly code: number; readonly words?: string };

export interface Arrived {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly raw: string;
}

type Answer = (error?: Error | null) => void;
interface Line {
  readonly id: string;
  readonly _socket: Socket;
}

/** A real SMTP server on loopback that keeps what it takes and has the moods of real ones. */
export class PostOffice {
  readonly arrived: Arrived[] = [];
  /** `named`: the sender, the recipient, or the Message-ID. */
  mood: (stage: Stage, named: string) => Mood = () => 'take';
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
      disableReverseLookup: true,
      closeTimeout: 50,
      onConnect: (session, done) => {
        this.#answer('greeting', '', session, done);
      },
      onMailFrom: ({ address }, session, done) => {
        this.#answer('sender', address, session, done);
      },
      onRcptTo: ({ address }, session, done) => {
        this.#answer('recipient', address, session, done);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.#keep(Buffer.concat(chunks).toString('utf8'), session, done);
        });
      },
      ...options,
    });
    // A line that a client breaks is an event of the tests, not a fault of theirs.
    this.#server.on('error', () => undefined);
  }

  static async open(options: SMTPServerOptions = {}, port = 0): Promise<PostOffice> {
    const office = new PostOffice(options);
    office.#server.listen(port, '127.0.0.1');
    await once(office.#server.server, 'listening');
    return office;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** How a mailer finds it. */
  get address(): MailServer {
    return { host: '127.0.0.1', port: this.port, security: 'plain', login: undefined };
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
      for (const line of this.#lines()) line._socket.destroy();
    });
  }

  openLines(): number {
    return [...this.#lines()].length;
  }

  #keep(raw: string, session: SMTPServerSession, done: Answer): void {
    const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '';
    const mood = this.mood('data', messageId);
    if (typeof mood === 'string' && mood.startsWith('take')) {
      const { mailFrom, rcptTo } = session.envelope;
      const recipients = rcptTo.map(({ address }) => address);
      this.arrived.push({ sender: mailFrom === false ? '' : mailFrom.address, recipients, messageId, raw });
    }
    this.#do(afterTaking(mood), session, done);
  }

  #answer(stage: Stage, named: string, session: SMTPServerSession, done: Answer): void {
    this.#do(this.mood(stage, named), session, done);
  }

  #do(mood: Mood, session: SMTPServerSession, done: Answer): void {
    if (mood === 'take') done();
    else if (typeof mood === 'object') {
      done(Object.assign(new Error(mood.words ?? 'Not like this'), { responseCode: mood.code }));
    } else if (mood !== 'hang') {
      for (const line of this.#lines()) if (line.id === session.id) line._socket.destroy();
    }
  }

  #lines(): Iterable<Line> {
    return (this.#server as unknown as { connections: Set<Line> }).connections;
  }
}

function afterTaking(mood: Mood): Mood {
  if (mood === 'take_and_drop') return 'drop';
  return mood === 'take_and_hang' ? 'hang' : mood;
}

/** A letter as a mail program reads it. */
export async function opened({ raw }: Arrived) {
  const mail = await simpleParser(raw, { skipTextLinks: true, skipHtmlToText: true });
  const headers = [...mail.headers.keys()].sort();
  return { mail, headers, text: mail.text ?? '', html: String(mail.html), bytes: Buffer.byteLength(raw) };
}
