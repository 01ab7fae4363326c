import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { MailRefused } from '../../domain/mail/mail-faults.ts';
import type { Mail } from '../../ports/mailer.ts';

/** One plain address: a string given to the mail library as it is could hold a second recipient or a header. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_{}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A short name for a letter, the same however often it is sent. */
export const letterId = ({ messageId }: Pick<Mail, 'messageId'>): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 24);

/**
 * A letter as the mail library takes it: objects for addresses, an explicit envelope, nothing read from files or the
 * web, and the same bytes each time it is sent. `returnPath` is where bounces go.
 */
export function letterMessage(mail: Mail, from: Sender, returnPath = from.address): SendMailOptions {
  if (mail.to.length > 254 || !ADDRESS.test(mail.to)) throw new MailRefused({ kind: 'address', codes: [] });
  return {
    envelope: { from: returnPath, to: [mail.to] },
    from: { ...from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    baseBoundary: letterId(mail),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
