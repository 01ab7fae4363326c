import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { OutboxFolderMailer } from '../../src/adapters/mail/outbox-folder-mailer.ts';
import { MailRefused } from '../../src/domain/mail/mail-faults.ts';
import type { Mail } from '../../src/ports/mailer.ts';

const mail: Mail = {
  to: 'amal@example.org',
  subject: 'رسالة بشأن مستندك',
  text: 'هناك جديد.\nhttp://127.0.0.1:3000/ar/security-sector/receipt',
  html: '<p dir="rtl">هناك جديد.</p>',
  language: 'ar',
  messageId: '<letter-1@fieldstone.example>',
  date: new Date('2026-11-25T09:00:00Z'),
};

describe('the outbox folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-outbox-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('holds a letter that a mail program reads', async () => {
    const outbox = new OutboxFolderMailer(path.join(folder, 'made'));
    await outbox.send(mail);
    const [file] = readdirSync(path.join(folder, 'made')).filter((name) => name.endsWith('.eml'));
    const parsed = await simpleParser(readFileSync(path.join(folder, 'made', file ?? '')));
    assert.equal(parsed.subject, mail.subject);
    assert.equal(parsed.text?.trim(), mail.text);
    assert.equal(parsed.messageId, mail.messageId);
    assert.equal(parsed.headers.get('auto-submitted'), 'auto-generated');
    const [{ id, ...listed } = { id: '' }] = await outbox.list();
    assert.deepEqual(listed, { to: mail.to, subject: mail.subject, text: mail.text, date: mail.date });
    assert.equal((await outbox.read(id))?.text, mail.text);
  });

  it('holds a letter that was sent twice once', async () => {
    const outbox = new OutboxFolderMailer(folder);
    await outbox.send(mail);
    await outbox.send(mail);
    assert.equal((await outbox.list()).length, 1);
  });

  it('refuses anything that is not one plain address', async () => {
    const outbox = new OutboxFolderMailer(folder);
    const hostile = [
      'a@x.org\r\nBcc: evil@x.org',
      'a@x.org, evil@x.org',
      'a@x.org;evil@x.org',
      '"a b"@x.org',
      'a@x',
      'group: a@x.org;',
      '',
    ];
    for (const to of hostile) await assert.rejects(outbox.send({ ...mail, to }), MailRefused, to);
    assert.deepEqual(await outbox.list(), []);
  });

  it('lets no text make a header or a recipient', async () => {
    const outbox = new OutboxFolderMailer(folder);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (subject, text) => {
        await outbox.send({ ...mail, subject: `${subject}\r\nBcc: evil@x.org`, text });
        const [file] = readdirSync(folder).filter((name) => name.endsWith('.eml'));
        const parsed = await simpleParser(readFileSync(path.join(folder, file ?? '')));
        assert.equal(parsed.bcc, undefined);
        assert.equal([parsed.to].flat().length, 1);
      }),
      { numRuns: 30 },
    );
  });

  it('reads nothing outside itself', async () => {
    assert.equal(await new OutboxFolderMailer(folder).read('../../etc/passwd'), undefined);
  });
});
