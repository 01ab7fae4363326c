/** The other side will never take this letter: the address does not exist, or the letter is refused for good. */
export class MailRefused extends Error {
  constructor(doing: string, options: { cause?: unknown } = {}) {
    super(doing, options);
    this.name = 'MailRefused';
  }
}

/**
 * The letter did not leave, or nobody knows whether it did; it may leave later. `words` are those of the mail server,
 * shortened and without an address: people read them.
 */
export class MailUnavailable extends Error {
  constructor(words: string, options: { cause?: unknown } = {}) {
    super(words, options);
    this.name = 'MailUnavailable';
  }
}
