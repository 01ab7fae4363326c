/** The other side will never take this letter: the address does not exist, or the letter is refused for good. */
export class MailRefused extends Error {
  constructor(doing: string, options: { cause?: unknown } = {}) {
    super(doing, options);
    this.name = 'MailRefused';
  }
}
