import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AddressObject } from 'mailparser';
import { createTransport } from 'nodemailer';
import { letterMessage } from '../../src/adapters/mail/letter-message.ts';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import type { MailServer } from '../../src/adapters/mail/mail-server.ts';
import { MailRefused, MailUnavailable } from '../../src/domain/mail/mail-faults.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { loopbackCertificate } from '../support/loopback-certificate.ts';
import { opened, PostOffice, type Mood, type Stage } from '../support/post-office.ts';

const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };
/** For servers that say nothing. */
const impatient = { connectMs: 400, greetingMs: 400, silenceMs: 400 };
const mail: Mail = {
  to: 'amal@example.org',
  subject: 'رسالة بشأن مستندك',
  text: 'هناك جديد.\nhttp://127.0.0.1:3000/ar/security-sector/receipt',
  html: '<p dir="rtl">هناك جديد.</p>',
  language: 'ar',
  messageId: '<letter-1@fieldstone.example>',
  date: new Date('2026-11-25T09:00:00Z'),
};
const never = new AbortController().signal;

describe('a letter handed to a mail server', () => {
  let office: PostOffice;
  let mailer: SmtpMailer;
  const send = (letter: Partial<Mail> = {}, signal = never) => mailer.send({ ...mail, ...letter }, signal);
  /** The server is in this mood at this stage, and nowhere else. */
  const moodAt = (stage: Stage, mood: Mood) => {
    office.mood = (at) => (at === stage ? mood : 'take');
  };

  beforeEach(async () => {
    office = await PostOffice.open();
    mailer = new SmtpMailer(office.address, from);
  });
  afterEach(() => office.close());

  it('arrives as it was written, for one person', async () => {
    await send();
    const [letter, ...more] = office.arrived;
    assert.ok(letter !== undefined && more.length === 0);
    assert.deepEqual(letter.recipients, ['amal@example.org']);
    const { mail: read, text, headers } = await opened(letter);
    assert.equal(read.subject, mail.subject);
    assert.equal(text.trim(), mail.text);
    assert.equal(read.messageId, mail.messageId);
    assert.deepEqual(read.date, mail.date);
    assert.deepEqual(read.from?.value, [from]);
    assert.equal(read.headers.get('auto-submitted'), 'auto-generated');
    assert.deepEqual(headers, fixedHeaders);
  });

  it('has a return path of its own that names the letter and no person', async () => {
    await send();
    await send({ messageId: '<letter-2@fieldstone.example>' });
    await send();
    const [first, second, again] = office.arrived.map(({ sender }) => sender);
    assert.match(first ?? '', /^b\+[0-9a-f]{24}@fieldstone\.example$/);
    assert.notEqual(second, first);
    assert.equal(again, first);
  });

  it('comes from the plain sender where the server minds a return path', async () => {
    office.mood = (stage, named) =>
      stage === 'sender' && named.startsWith('b+') ? { code: 550, words: '5.7.60 Not your address' } : 'take';
    await send();
    await send({ messageId: '<letter-2@fieldstone.example>' });
    assert.deepEqual(
      office.arrived.map(({ sender }) => sender),
      [from.address, from.address],
    );
  });

  it('has left when it was taken, however its address is spelt', async () => {
    await send({ to: 'Amal@Example.ORG' });
    assert.equal(office.arrived.length, 1);
  });

  it('is the same bytes each time it is sent', async () => {
    await send();
    await send();
    const [first, second] = office.arrived;
    assert.equal(first?.raw, second?.raw);
  });

  it('is refused before anything is said when the address is not one plain address', async () => {
    const several = ['a@x.org\r\nBcc: evil@x.org', 'a@x.org, evil@x.org', '<a@x.org> SIZE=1', '"a b"@x.org', 'a@x', ''];
    for (const to of several) await assert.rejects(send({ to }), MailRefused, to);
    assert.deepEqual(office.arrived, []);
  });

  it('gains no recipient and no header from any text or name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 40, maxLength: 40 }), async (letters) => {
        office.arrived.length = 0;
        const named = new SmtpMailer(office.address, { ...from, name: letters[0]?.subject ?? '' });
        await Promise.all(letters.map((letter, n) => named.send({ ...mail, ...letter, messageId: idOf(n) }, never)));
        const arrived = new Map(office.arrived.map((letter) => [letter.messageId, letter]));
        assert.equal(office.arrived.length, letters.length);
        for (const [n, { to }] of letters.entries()) {
          const letter = arrived.get(idOf(n));
          assert.ok(letter);
          assert.deepEqual(letter.recipients, [to]);
          const { headers, mail: read } = await opened(letter);
          assert.deepEqual(headers, fixedHeaders);
          assert.deepEqual(addressesIn(read.to), [to]);
          assert.deepEqual(addressesIn(read.from), [from.address]);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('has one recipient or is refused, whatever the address is said to be', async () => {
    const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const address = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.emailAddress(), spice).map(([one, more]) => one + more),
    );
    await fc.assert(
      fc.asyncProperty(hostile, address, async (letter, to) => {
        let written;
        try {
          written = await writer.sendMail(letterMessage({ ...mail, ...letter, to }, from));
        } catch (error) {
          assert.ok(error instanceof MailRefused);
          return;
        }
        assert.deepEqual(written.envelope, { from: from.address, to: [to] });
        const [head = ''] = (written.message as Buffer).toString('utf8').split('\r\n\r\n');
        const names = head.split('\r\n').filter((line) => !/^[ \t]/.test(line));
        assert.deepEqual(names.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()).sort(), fixedHeaders);
        assert.doesNotMatch(head, /^(?:bcc|cc):/im);
      }),
      { numRuns: 400 },
    );
  });

  const lasting: [string, Stage, Mood][] = [
    ['a mailbox that is not there', 'recipient', { code: 550, words: '5.1.1 <amal@example.org> User amal unknown' }],
    ['a lasting no without a second number', 'recipient', { code: 550, words: 'No such user here' }],
    ['a domain that takes no mail', 'recipient', { code: 556, words: '5.1.10 Null MX' }],
    ['a letter that is not wanted', 'data', { code: 554, words: '5.6.0 Message refused' }],
  ];
  for (const [what, stage, mood] of lasting) {
    it(`is refused for good: ${what}`, async () => {
      moodAt(stage, mood);
      await assert.rejects(send(), (error) => error instanceof MailRefused && !error.message.includes('amal'));
      assert.deepEqual(office.arrived, []);
    });
  }

  const temporary: [string, Stage, Mood][] = [
    ['greylisting', 'recipient', { code: 451, words: '4.7.1 Greylisted, <amal@example.org>, come back later' }],
    ['a no for now after the letter', 'data', { code: 452, words: '4.3.1 Out of space' }],
    ['a server that goes down', 'greeting', { code: 421, words: 'Shutting down' }],
    ['a server that wants nobody', 'greeting', { code: 554, words: 'No service here' }],
    ['a sender that is refused', 'sender', { code: 550, words: '5.1.8 Unknown sender' }],
    ['a relay that is denied', 'recipient', { code: 550, words: '5.7.1 Relaying denied' }],
    ['a sender that is called back', 'recipient', { code: 550, words: '5.1.7 Sender verify failed' }],
    ['a login that is missing', 'recipient', { code: 530, words: '5.7.0 Authentication required' }],
    ['a full mailbox', 'recipient', { code: 552, words: '5.2.2 Mailbox full' }],
    ['silence instead of a greeting', 'greeting', 'hang'],
    ['silence after the recipient', 'recipient', 'hang'],
    ['silence after the letter', 'data', 'hang'],
    ['a line broken at the greeting', 'greeting', 'drop'],
    ['a line broken before the letter was taken', 'data', 'drop'],
    ['a line broken after the letter was taken', 'data', 'take_and_drop'],
    ['silence after the letter was taken', 'data', 'take_and_hang'],
    ['ten megabytes of greeting', 'greeting', { code: 554, words: 'x'.repeat(10_000_000) }],
  ];
  for (const [what, stage, mood] of temporary) {
    it(`may leave later: ${what}`, async () => {
      moodAt(stage, mood);
      const sender = JSON.stringify(mood).endsWith('hang"') ? new SmtpMailer(office.address, from, impatient) : mailer;
      await assert.rejects(
        sender.send(mail, never),
        (error) =>
          error instanceof MailUnavailable &&
          error.message !== '' &&
          error.message.length <= 160 &&
          !error.message.includes('amal'),
      );
      assert.equal(office.arrived.length, typeof mood === 'string' && mood.startsWith('take') ? 1 : 0);
    });
  }

  it('may leave later when nobody listens', async () => {
    await office.close();
    await assert.rejects(send(), MailUnavailable);
    office = await PostOffice.open();
  });

  it('is let go, and its line closed, when the service stops', async () => {
    moodAt('data', 'hang');
    const patient = new SmtpMailer(office.address, from);
    const stop = new AbortController();
    const sending = patient.send(mail, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 100);
    const before = Date.now();
    await assert.rejects(sending, MailUnavailable);
    assert.ok(Date.now() - before < 1000);
    const gone = Date.now() + 3000;
    while (office.openLines() > 0 && Date.now() < gone) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(office.openLines(), 0);
  });
});

describe('the line to a mail server', () => {
  const near = { host: 'localhost', login: undefined } as const;
  const sendTo = (server: MailServer) => new SmtpMailer(server, from).send(mail, never);
  let trusted: string[];

  beforeEach(() => {
    trusted = tls.getCACertificates('default');
  });
  afterEach(() => {
    tls.setDefaultCACertificates(trusted);
  });
  const trustLoopback = () => {
    tls.setDefaultCACertificates([...trusted, loopbackCertificate.cert]);
  };
  const withOffice = async (
    options: Parameters<typeof PostOffice.open>[0],
    test: (office: PostOffice) => Promise<void>,
  ) => {
    const office = await PostOffice.open(options);
    try {
      await test(office);
    } finally {
      await office.close();
    }
  };

  it('is turned to TLS before anything is said', () =>
    withOffice(loopbackCertificate, async (office) => {
      trustLoopback();
      await sendTo({ ...near, port: office.port, security: 'starttls' });
      assert.match(office.arrived[0]?.recipients.join() ?? '', /amal/);
    }));

  it('is TLS from the first byte, with a login', () =>
    withOffice({ ...loopbackCertificate, secure: true, authOptional: false, onAuth: onlyAmina }, async (office) => {
      trustLoopback();
      const server = { ...near, port: office.port, security: 'tls' } as const;
      await sendTo({ ...server, login: { user: 'amina', password: 'p@ss:w/ord' } });
      assert.equal(office.arrived.length, 1);
      await assert.rejects(sendTo({ ...server, login: { user: 'amina', password: 'wrong' } }), MailUnavailable);
      await assert.rejects(sendTo(server), MailUnavailable);
      assert.equal(office.arrived.length, 1);
    }));

  it('is not used when the certificate is nobody’s that we trust', () =>
    withOffice(loopbackCertificate, async (office) => {
      await assert.rejects(sendTo({ ...near, port: office.port, security: 'starttls' }), MailUnavailable);
      assert.deepEqual(office.arrived, []);
    }));

  it('is not used when the certificate is for another name', () =>
    withOffice(loopbackCertificate, async (office) => {
      trustLoopback();
      const server = { host: '127.0.0.2', port: office.port, security: 'starttls', login: undefined } as const;
      await assert.rejects(sendTo(server), MailUnavailable);
    }));

  it('is not used in plain where TLS is wanted', () =>
    withOffice({}, async (office) => {
      await assert.rejects(sendTo({ ...near, port: office.port, security: 'starttls' }), MailUnavailable);
      await assert.rejects(sendTo({ ...near, port: office.port, security: 'tls' }), MailUnavailable);
      assert.deepEqual(office.arrived, []);
    }));

  it('is given up when the other side is no mail server', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await assert.rejects(sendTo({ host: '127.0.0.1', port, security: 'plain', login: undefined }), MailUnavailable);
    server.close();
  });
});

const spice = fc.constantFrom(
  '\r\nBcc: evil@x.org',
  ', evil@x.org',
  '\nRCPT TO:<evil@x.org>',
  '\r\n.\r\nMAIL FROM:<e@x.org>',
  '\u2028Cc: evil@x.org',
  '>, <evil@x.org>',
);
const text = fc.tuple(fc.string({ unit: 'binary' }), spice, fc.string()).map((parts) => `S${parts.join('')}`);
const hostile = fc.record({
  subject: text,
  text,
  html: text,
  to: fc.constantFrom('amal@example.org', 'a+b@x.example'),
});
const idOf = (n: number): string => `<letter-${String(n)}@fieldstone.example>`;
const addressesIn = (read: AddressObject | AddressObject[] | undefined): (string | undefined)[] =>
  [read ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

const fixedHeaders = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

type OnAuth = NonNullable<NonNullable<Parameters<typeof PostOffice.open>[0]>['onAuth']>;
const onlyAmina: OnAuth = ({ username, password }, _session, done) => {
  if (username === 'amina' && password === 'p@ss:w/ord') done(null, { user: 'amina' });
  else done(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 }));
};
