import { createTransport } from 'nodemailer';
import { MailUnavailable } from '../../domain/mail/mail-faults.ts';
import type { Mail, Mailer } from '../../ports/mailer.ts';
import { letterId, letterMessage, type Sender } from './letter-message.ts';
import { mailFault, refusesSender } from './mail-fault.ts';
import { connectionTo, patience, type MailServer, type Patience } from './mail-server.ts';

/**
 * Hands letters to a mail server, one connection each. A letter has left when the server said 250 for its one address;
 * it may leave twice when the line broke before that answer arrived, then as the same bytes. Throws `MailRefused` or
 * `MailUnavailable`.
 */
export class SmtpMailer implements Mailer {
  readonly #transport;
  readonly #from: Sender;
  readonly #domain: string;
  /** Each letter has a return path of its own, so that a bounce tells which one it was; unless the server minds. */
  #ownReturnPaths = true;

  constructor(server: MailServer, from: Sender, wait: Patience = patience) {
    this.#from = from;
    this.#domain = from.address.slice(from.address.lastIndexOf('@') + 1);
    this.#transport = createTransport(connectionTo(server, this.#domain, wait));
  }

  async send(mail: Mail, signal: AbortSignal): Promise<void> {
    try {
      await this.#hand(mail, this.#ownReturnPaths ? returnPath(mail, this.#domain) : this.#from.address, signal);
    } catch (error) {
      if (!this.#ownReturnPaths || !refusesSender(error)) throw mailFault(error);
      this.#ownReturnPaths = false;
      await this.send(mail, signal);
    }
  }

  async #hand(mail: Mail, sender: string, signal: AbortSignal): Promise<void> {
    const { accepted } = await this.#transport.sendMail({ ...letterMessage(mail, this.#from, sender), signal });
    if (accepted.length !== 1) throw new MailUnavailable({ kind: 'not_taken', codes: [] });
  }
}

/** `b+<letter>` at the sender's domain: a mailbox `b` that takes plus addresses gets the bounces. */
export const returnPath = (mail: Pick<Mail, 'messageId'>, domain: string): string => `b+${letterId(mail)}@${domain}`;
