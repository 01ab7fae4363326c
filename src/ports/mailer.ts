/** One letter to one person. The address was checked when it was taken; the subject holds no text from people. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Derived from the job's key, so that a letter sent twice is recognised as one. */
  readonly messageId: string;
  readonly date: Date;
}

export interface Mailer {
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}
