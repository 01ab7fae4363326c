import type { MailTrouble, MailTroubleKind } from '../../domain/mail/mail-trouble.ts';

/** What the mail library tells of a failure; the parts that matter here. */
interface SmtpFailure {
  /** The command that failed; empty when none was given. */
  readonly command: string;
  /** The server's number; 0 when it gave none. */
  readonly code: number;
  /** Number, second number and prose, as the server said them. */
  readonly response: string;
  /** The library's or the system's name of the failure. */
  readonly name: string;
}

export function readFailure(error: unknown): SmtpFailure {
  const { command, responseCode, response, code, originalCode } = (error instanceof Error ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  const name = originalCode ?? code;
  return {
    command: typeof command === 'string' ? command : '',
    code: typeof responseCode === 'number' ? responseCode : 0,
    response: typeof response === 'string' ? response : '',
    name: typeof name === 'string' ? name : '',
  };
}

/** By the second number of RFC 3463. */
const kinds: Readonly<Record<string, MailTroubleKind>> = {
  1: 'address',
  2: 'mailbox',
  3: 'system',
  4: 'route',
  5: 'talk',
  6: 'content',
  7: 'policy',
};
const logins = new Set([530, 534, 535, 538]);

/** The codes of a failure and the class that they stand for; never what the server said beside them. */
export function troubleOf(error: unknown): MailTrouble {
  const failure = readFailure(error);
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\S)/u.exec(failure.response)?.[1];
  const given = failure.code === 0 ? [failure.name] : [String(failure.code), enhanced ?? ''];
  return { kind: kindOf(failure, enhanced), codes: given.filter((code) => code !== '') };
}

function kindOf({ code, name }: SmtpFailure, enhanced: string | undefined): MailTroubleKind {
  if (logins.has(code) || name === 'EAUTH') return 'login';
  if (code === 0) return withoutAnswer(name);
  return kinds[enhanced?.split('.')[1] ?? ''] ?? (code < 500 ? 'later' : 'refused');
}

function withoutAnswer(name: string): MailTroubleKind {
  if (name === 'ETLS' || /CERT|SSL|TLS/u.test(name)) return 'secure_line';
  return name === 'EPROTOCOL' ? 'talk' : 'not_reached';
}
