import { writeMailTrouble, type MailTrouble } from './mail-trouble.ts';

/**
 * The other side will never take this letter: the address does not exist, or the letter is refused for good. It has no
 * cause: that would carry what the mail server said into the log.
 */
export class MailRefused extends Error {
  constructor(trouble: MailTrouble) {
    super(writeMailTrouble(trouble));
    this.name = 'MailRefused';
  }
}

/** The letter did not leave, or nobody knows whether it did; it may leave later. Without a cause, as above. */
export class MailUnavailable extends Error {
  constructor(trouble: MailTrouble) {
    super(writeMailTrouble(trouble));
    this.name = 'MailUnavailable';
  }
}
